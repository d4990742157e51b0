namespace Cica.Playground.Page.Tests;

/// <summary>The groups of tests: each shares a browser, and the groups run side by side.</summary>
public static class Groups
{
    public const string Private = "private chats";
    public const string Shared = "groups and the panel";
    public const string Looks = "looks";
    public const string Real = "the real bot";
    public const string Paint = "first paint";
}

[CollectionDefinition(Groups.Private)]
public sealed class PrivateGroup : ICollectionFixture<Browser>;

[CollectionDefinition(Groups.Shared)]
public sealed class SharedGroup : ICollectionFixture<Browser>;

[CollectionDefinition(Groups.Looks)]
public sealed class LooksGroup : ICollectionFixture<Browser>;

[CollectionDefinition(Groups.Real)]
public sealed class RealGroup : ICollectionFixture<Browser>;

/// <summary>What is measured is measured alone.</summary>
[CollectionDefinition(Groups.Paint, DisableParallelization = true)]
public sealed class PaintGroup : ICollectionFixture<Browser>;

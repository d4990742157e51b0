using Cica.Bot.Operations;
using Cica.Knowledge.Loading;

namespace Cica.Bot.EndToEnd.Tests.Support;

/// <summary>The real facts, loaded once for all tests: the engine is immutable.</summary>
internal static class Facts
{
    public static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "data");

    private static readonly Lazy<Task<EngineHolder>> Loaded = new(() => Task.Run(() =>
        new EngineHolder(KnowledgeLoader.Load(Directory, new DateOnly(2026, 11, 1)).Snapshot ?? throw new InvalidOperationException("the facts are broken"), DataVersion.Of(Directory))));

    public static EngineHolder Engine => Loaded.Value.GetAwaiter().GetResult();

    /// <summary>Ends when they are loaded: many tests wait for that at once, and need not hold a thread each.</summary>
    public static Task ReadyAsync() => Loaded.Value;
}

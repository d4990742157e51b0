namespace Cica.Playground.State;

internal enum QueryKind
{
    Callback,
    Inline,
    Guest,
}

/// <summary>A query waiting for its answer, and the place where the person waits for it.</summary>
internal sealed record OpenQuery(string Id, QueryKind Kind, long User, string Text, string Offset, Room? Room, int Message, DateTimeOffset Until)
{
    public TaskCompletionSource<object> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

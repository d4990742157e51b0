namespace Cica.Playground.State;

/// <summary>Tells whoever waits that something has changed. Nobody waiting costs nothing.</summary>
internal sealed class Signal
{
    private TaskCompletionSource? _waiting;

    /// <summary>Done at the next change. Take it before looking, so that no change falls between.</summary>
    public Task Next()
    {
        while (true)
        {
            var current = Volatile.Read(ref _waiting);
            if (current is not null) return current.Task;
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Interlocked.CompareExchange(ref _waiting, fresh, null) is null) return fresh.Task;
        }
    }

    public void Raise() => Interlocked.Exchange(ref _waiting, null)?.TrySetResult();
}

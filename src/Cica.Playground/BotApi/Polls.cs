namespace Cica.Playground.BotApi;

/// <summary>The one long poll that may be held; a newer one, or a webhook, ends it. Guarded by the world's gate.</summary>
internal sealed class Polls
{
    private TaskCompletionSource? _held;

    public bool IsHeld => _held is not null;

    public TaskCompletionSource Hold()
    {
        End("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
        return _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Release(TaskCompletionSource held)
    {
        if (_held == held) _held = null;
    }

    public void Wake()
    {
        _held?.TrySetResult();
        _held = null;
    }

    public void End(string why)
    {
        _held?.TrySetException(new PollEnded(why));
        _held = null;
    }
}

/// <summary>The held poll was sent away.</summary>
internal sealed class PollEnded(string why) : Exception(why);

namespace Cica.Bot.Reminders;

/// <summary>Tells the dispatcher that something may be due earlier than it thinks.</summary>
internal sealed class ReminderSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next <see cref="Wake"/>.</summary>
    public Task Next
    {
        get
        {
            lock (gate) return next.Task;
        }
    }

    /// <summary>Wakes whoever waits.</summary>
    public void Wake()
    {
        lock (gate)
        {
            next.TrySetResult();
            next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}

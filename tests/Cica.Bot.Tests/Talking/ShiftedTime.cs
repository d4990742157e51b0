namespace Cica.Bot.Tests.Talking;

/// <summary>A clock that runs as the machine's does, but on another day, and that can be put forward. Timers run on as they are.</summary>
internal sealed class ShiftedTime(DateTimeOffset start) : TimeProvider
{
    private readonly long began = System.GetTimestamp();
    private long ahead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => System.GetElapsedTime(began).Ticks + Interlocked.Read(ref ahead);

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(GetTimestamp());

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}

using Microsoft.Extensions.Time.Testing;

namespace Cica.Playground.Tests;

public sealed class AdjustableClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _machine = new(Start);

    [Fact]
    public void It_runs_with_the_machine_and_ahead_of_it_by_what_was_jumped()
    {
        var clock = new AdjustableClock(_machine);
        var began = clock.GetTimestamp();
        clock.Forward(TimeSpan.FromHours(1));
        _machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Start.AddMinutes(61), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(61), clock.GetElapsedTime(began));
        Assert.Equal(TimeSpan.FromHours(1), clock.Ahead);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_is_put_beyond_it_and_not_before()
    {
        var clock = new AdjustableClock(_machine);
        var delay = Task.Delay(TimeSpan.FromDays(1), clock);
        clock.Forward(TimeSpan.FromHours(23));
        Assert.False(delay.IsCompleted);
        clock.Forward(TimeSpan.FromHours(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
    }

    [Fact]
    public async Task What_is_left_of_a_delay_after_a_jump_passes_by_itself()
    {
        var clock = new AdjustableClock(_machine);
        var delay = Task.Delay(TimeSpan.FromHours(2), clock);
        clock.Forward(TimeSpan.FromHours(1));
        _machine.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);
        _machine.Advance(TimeSpan.FromMinutes(1));
        await delay.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
    }

    [Fact]
    public void A_periodic_timer_goes_off_once_for_a_jump_and_then_on_from_there()
    {
        var clock = new AdjustableClock(_machine);
        var times = 0;
        using var timer = clock.CreateTimer(_ => times++, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        _machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, times);
        clock.Forward(TimeSpan.FromDays(7));
        Assert.Equal(2, times);
        _machine.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, times);
    }

    [Fact]
    public void A_timer_changed_stopped_or_disposed_is_not_woken_by_a_jump()
    {
        var clock = new AdjustableClock(_machine);
        var times = 0;
        var stopped = clock.CreateTimer(_ => times++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        Assert.True(stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        var disposed = clock.CreateTimer(_ => times++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        Assert.False(disposed.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        clock.Forward(TimeSpan.FromDays(1));
        Assert.Equal(0, times);
        stopped.Dispose();
    }

    [Fact]
    public void Timers_over_at_a_jump_go_off_in_the_order_they_were_due()
    {
        var clock = new AdjustableClock(_machine);
        var order = new List<int>();
        using var late = clock.CreateTimer(_ => order.Add(2), null, TimeSpan.FromHours(2), Timeout.InfiniteTimeSpan);
        using var early = clock.CreateTimer(_ => order.Add(1), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        clock.Forward(TimeSpan.FromHours(3));
        Assert.Equal([1, 2], order);
    }

    [Fact]
    public void It_goes_neither_back_nor_beyond_the_calendar()
    {
        var clock = new AdjustableClock(_machine);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Forward(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Forward(TimeSpan.MaxValue));
        Assert.Equal(Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task On_the_systems_clock_many_delays_survive_many_jumps()
    {
        var clock = new AdjustableClock();
        var delays = Enumerable.Range(1, 200).Select(i => Task.Delay(TimeSpan.FromMinutes(i), clock)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++) clock.Forward(TimeSpan.FromMinutes(1.1));
        })));
        await Task.WhenAll(delays).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
    }
}

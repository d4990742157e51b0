using Cica.Bot.Settings;
using Cica.Bot.Telegram.Sending;

namespace Cica.Bot.Tests.Telegram.Sending;

public sealed class PaceTests
{
    private static readonly PaceSettings Default = new(30, 1, 20);

    [Fact]
    public void No_second_holds_more_than_thirty_messages_and_no_capacity_is_wasted()
    {
        var sent = Run(Default, Enumerable.Range(1, 200).Select(i => (long)i));
        Assert.All(sent, at => Assert.InRange(sent.Count(other => other >= at && other < at + TimeSpan.FromSeconds(1)), 1, 30));
        Assert.InRange(sent[^1], TimeSpan.Zero, TimeSpan.FromSeconds(7.5));
    }

    [Fact]
    public void A_chat_gets_one_message_a_second()
    {
        var sent = Run(Default, Enumerable.Repeat(5L, 10));
        Assert.All(sent.Zip(sent.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
        Assert.InRange(sent[^1], TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(9.5));
    }

    [Fact]
    public void A_group_gets_twenty_messages_a_minute()
    {
        var sent = Run(Default, Enumerable.Repeat(-5L, 50));
        Assert.All(sent, at => Assert.InRange(sent.Count(other => other >= at && other < at + TimeSpan.FromMinutes(1)), 1, 20));
        Assert.InRange(sent[^1], TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.5));
    }

    [Fact]
    public void Zero_turns_each_off()
    {
        Assert.Equal(TimeSpan.Zero, Run(PaceSettings.None, Enumerable.Repeat(-5L, 1000))[^1]);
        Assert.InRange(Run(new PaceSettings(0, 1, 0), Enumerable.Repeat(-5L, 30))[^1], TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(30));
        Assert.InRange(Run(new PaceSettings(0, 0, 20), Enumerable.Repeat(-5L, 21))[^1], TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(61));
    }

    [Fact]
    public void A_wait_told_for_a_chat_is_kept_there_and_only_there()
    {
        var pace = new Pace(PaceSettings.None);
        pace.Hold(1, TimeSpan.FromSeconds(5), TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromSeconds(5), pace.ReadyInChat(1, true, TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, pace.ReadyInChat(2, true, TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, pace.ReadyInAll(true, TimeSpan.Zero));
    }

    [Fact]
    public void Several_chats_told_to_wait_at_once_mean_the_bot_as_a_whole()
    {
        var pace = new Pace(PaceSettings.None);
        for (var chat = 1; chat <= 3; chat++) pace.Hold(chat, TimeSpan.FromSeconds(5), TimeSpan.Zero);
        Assert.Equal(TimeSpan.FromSeconds(5), pace.ReadyInAll(true, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(0, 5, 0.97)]
    [InlineData(0, 40, 0.95)]
    [InlineData(80, 40, 0.95)]
    [InlineData(5, 400, 0)]
    [InlineData(300, 1500, 0)]
    public void However_unevenly_messages_travel_no_second_sees_more_arrive_than_allowed(int least, int jitter, double share)
    {
        const int Messages = 3_000;
        var random = new Random(20260311);
        var pace = new Pace(new PaceSettings(30, 0, 0));
        var ends = new PriorityQueue<Departure, TimeSpan>();
        var arrived = new List<TimeSpan>();
        var now = TimeSpan.Zero;
        for (var i = 0; i < Messages; i++)
        {
            while (true)
            {
                while (ends.TryPeek(out var ended, out var at) && at <= now) pace.End(ended, ends.Dequeue() == ended ? at : default);
                var ready = pace.ReadyInAll(true, now);
                if (ready <= now) break;
                now = ends.TryPeek(out _, out var next) && next < ready ? next : ready;
            }
            // As a loaded machine does it: most in time, some much later, on the way there or on the way back.
            var there = TimeSpan.FromMilliseconds(least + (jitter * Math.Pow(random.NextDouble(), 3)));
            var back = TimeSpan.FromMilliseconds(jitter * Math.Pow(random.NextDouble(), 3) / 4);
            arrived.Add(now + there);
            ends.Enqueue(pace.Count(i, now), now + there + back);
        }
        arrived.Sort();
        // A call longer than a second is taken to have arrived within it: only that can be wrong.
        if (least + jitter < 1_000) Assert.All(arrived.Zip(arrived.Skip(30)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1), $"31 between {pair.First} and {pair.Second}"));
        Assert.InRange(Messages / (arrived[^1] - arrived[0]).TotalSeconds / 30, share, 1.02);
    }

    [Fact]
    public void A_message_that_travels_slowly_counts_in_its_chat_from_its_arrival()
    {
        var pace = new Pace(Default);
        var slow = pace.Count(5, TimeSpan.Zero);
        pace.End(slow, TimeSpan.FromMilliseconds(300));
        Assert.Equal(TimeSpan.FromMilliseconds(1_300), pace.ReadyInChat(5, true, TimeSpan.FromMilliseconds(300)));
    }

    // Sends to these chats as soon as the pace allows, and tells when each went.
    private static List<TimeSpan> Run(PaceSettings settings, IEnumerable<long> chats)
    {
        var pace = new Pace(settings);
        var now = TimeSpan.Zero;
        var sent = new List<TimeSpan>();
        foreach (var chat in chats)
        {
            while (true)
            {
                var ready = new[] { pace.ReadyInAll(true, now), pace.ReadyInChat(chat, true, now) }.Max();
                if (ready <= now) break;
                now = ready;
            }
            pace.End(pace.Count(chat, now), now);
            sent.Add(now);
        }
        return sent;
    }
}

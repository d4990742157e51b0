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
    public void However_long_they_are_on_their_way_no_second_sees_more_of_them_arrive()
    {
        var pace = new Pace(Default);
        var random = new Random(20260311);
        var chats = Enumerable.Range(0, 600).Select(i => (long)(i % 40)).ToArray();
        var onTheirWay = new PriorityQueue<(long Chat, TimeSpan Departed), TimeSpan>();
        var arrived = new List<(long Chat, TimeSpan At)>();
        var now = TimeSpan.Zero;
        foreach (var chat in chats)
        {
            while (true)
            {
                while (onTheirWay.TryPeek(out var back, out var at) && at <= now)
                {
                    onTheirWay.Dequeue();
                    pace.Arrived(back.Chat, back.Departed, at);
                }
                if (pace.ReadyInAll(true, now) <= now && pace.ReadyInChat(chat, true, now) <= now) break;
                now += TimeSpan.FromMilliseconds(1);
            }
            pace.Count(chat, now);
            // It arrives somewhere between its departure and its answer.
            var answered = now + TimeSpan.FromMilliseconds(random.Next(900));
            arrived.Add((chat, now + ((answered - now) * random.NextDouble())));
            onTheirWay.Enqueue((chat, now), answered);
        }
        Assert.All(arrived, a => Assert.InRange(arrived.Count(other => other.At >= a.At && other.At < a.At + TimeSpan.FromSeconds(1)), 1, 30));
        Assert.All(arrived.GroupBy(a => a.Chat), one => Assert.All(one.Order().Zip(one.Order().Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1))));
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
            pace.Count(chat, now);
            sent.Add(now);
        }
        return sent;
    }
}

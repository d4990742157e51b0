using Cica.Playground.BotApi;
using Cica.Playground.State;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Cica.Playground.Tests.BotApi;

public sealed class PacerTests
{
    [Fact]
    public async Task Thirty_messages_a_second_are_taken_and_the_next_is_told_to_wait_a_second()
    {
        await using var bench = await Bench.OpenAsync();
        var people = Enumerable.Range(0, 31).Select(i => bench.Server.People.NewPerson("P" + i)).ToList();
        foreach (var person in people) person.Start();
        foreach (var person in people.Take(30)) await bench.Client.SendMessage(person.Id, "x");
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => bench.Client.SendMessage(people[30].Id, "x"));
        Assert.Equal((429, 1), (refused.ErrorCode, refused.Parameters?.RetryAfter));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.Client.SendMessage(people[30].Id, "x");
    }

    [Fact]
    public async Task With_the_pace_off_nothing_is_refused()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Pace = PaceOptions.None });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        for (var i = 0; i < 100; i++) await bench.Client.SendMessage(ann.Id, "x");
        Assert.Equal(100, ann.Private.FromBot.Count);
    }

    [Fact]
    public void However_it_is_sent_no_more_passes_than_the_rates_allow_and_waiting_as_told_is_enough() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1500]).List[1, 200].Sample(sends =>
        {
            var clock = new FakeTimeProvider();
            var world = new World(new PlaygroundOptions { Clock = clock });
            var rooms = Enumerable.Range(0, 5).Select(i => i < 2
                ? world.AddRoom(RoomKind.Group, id => new Playground.Wire.WireChat(id, "group"))
                : world.PrivateRoom(world.AddUser("P" + i, null, null, null))).ToList();
            var pacer = new Pacer(new PaceOptions { PerSecond = 3, PerGroupPerMinute = 5 }, clock);
            var passed = new List<(Room Room, DateTimeOffset At)>();
            foreach (var (room, pause) in sends)
            {
                clock.Advance(TimeSpan.FromMilliseconds(pause));
                if (Try(pacer, rooms[room]) is { } wait)
                {
                    clock.Advance(TimeSpan.FromSeconds(wait));
                    Assert.Null(Try(pacer, rooms[room]));
                }
                passed.Add((rooms[room], clock.GetUtcNow()));
            }
            Assert.True(Most(passed, TimeSpan.FromSeconds(0.95)) <= 3, "more than 3 in a second");
            foreach (var group in passed.GroupBy(p => p.Room))
            {
                if (group.Key.Kind == RoomKind.Group) Assert.True(Most([.. group], TimeSpan.FromSeconds(59.95)) <= 5, "more than 5 a minute in a group");
                Assert.True(Most([.. group], TimeSpan.FromSeconds(9.9)) <= 12, "more than 9 and the burst in ten seconds");
            }
        }, iter: 300);

    private static int? Try(Pacer pacer, Room room)
    {
        try
        {
            pacer.Count(room);
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.RetryAfter;
        }
    }

    // The naive count: around each message, how many lie within the window that begins with it.
    private static int Most(List<(Room Room, DateTimeOffset At)> passed, TimeSpan window) =>
        passed.Max(p => passed.Count(q => q.At >= p.At && q.At < p.At + window));
}

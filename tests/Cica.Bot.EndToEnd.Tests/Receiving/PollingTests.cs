using System.Net;
using Cica.Bot.EndToEnd.Tests.Support;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Receiving;
using Cica.Bot.Telegram.Sending;
using Cica.Playground;
using Cica.Playground.Faults;
using Cica.Playground.People;
using Cica.Tests.Support;

namespace Cica.Bot.EndToEnd.Tests.Receiving;

public sealed class PollingTests
{
    private const int Unreadable = 106;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_question_in_private_gets_its_answer_with_the_source()
    {
        await using var bench = await Bench.OpenAsync(new() { Responder = null });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("How many member states does CICA have?");
        var answer = await ann.Private.NextFromBotAsync();
        Assert.Contains("28", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Source:", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_kinds_of_updates_it_uses_are_asked_for()
    {
        await using var bench = await Bench.OpenAsync();
        await bench.Server.People.Waits.UntilAsync(() => bench.Server.People.IsPolled, "a poll");
        bench.Server.People.NewPerson("Ann").Say("hello");
        await Bench.UntilAsync(() => bench.Server.Calls.Of("getUpdates").Count > 0, "a poll that has ended");
        var asked = bench.Server.Calls.Of("getUpdates")[0].Parameters["allowed_updates"];
        foreach (var kind in UpdateKinds.Used) Assert.Contains($"\"{kind}\"", asked, StringComparison.Ordinal);
        foreach (var kind in (string[])["chat_member", "message_reaction", "poll", "shipping_query"]) Assert.DoesNotContain($"\"{kind}\"", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_chats_at_once_are_each_answered_once_and_in_order()
    {
        await using var bench = await Bench.OpenAsync();
        var people = Enumerable.Range(0, 200).Select(i => bench.Server.People.NewPerson($"Person {i}")).ToList();
        for (var i = 0; i < 5; i++)
            foreach (var person in people) person.Say($"{person.Name} {i}");
        foreach (var person in people)
        {
            await bench.Server.People.Waits.UntilAsync(() => person.Private.FromBot.Count >= 5, $"answers to {person.Name}");
            Assert.Equal(Enumerable.Range(0, 5).Select(i => $"echo {person.Name} {i}"), person.Private.FromBot.Select(l => l.Text));
        }
    }

    [Fact]
    public async Task Chats_are_answered_side_by_side()
    {
        using var all = new CountdownEvent(20);
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = await Bench.OpenAsync(new()
        {
            // Nobody is answered before all twenty are being worked on.
            Responder = new Scripted(async (update, cancel) =>
            {
                if (all.Signal()) together.SetResult();
                await together.Task.WaitAsync(TimeSpan.FromSeconds(120), TimeProvider.System, cancel);
                return [Scripted.Text(update, "yes")];
            }),
        });
        var people = Enumerable.Range(0, 20).Select(i => bench.Server.People.NewPerson($"Person {i}")).ToList();
        foreach (var person in people) person.Say("are you all there?");
        foreach (var person in people) Assert.Equal("yes", (await person.Private.NextFromBotAsync()).Text);
    }

    [Fact]
    public async Task One_slow_chat_does_not_hold_up_the_others()
    {
        await using var bench = await HeldAsync();
        var (slow, quick) = (bench.Server.People.NewPerson("Slow"), bench.Server.People.NewPerson("Quick"));
        bench.Server.Faults.Order(Fault.Slow(Hour) with { Method = "sendMessage", ChatId = slow.Id });
        slow.Say("a");
        await Bench.UntilAsync(() => bench.InHand.Count > 0, "the slow one in hand");
        for (var i = 0; i < 10; i++)
        {
            quick.Say($"{i}");
            await bench.Server.People.Waits.UntilAsync(() => quick.Private.FromBot.Count > i, "an answer");
        }
        Assert.Empty(slow.Private.FromBot);
        await AnsweredAsync(bench, slow);
        Assert.Equal("echo a", Assert.Single(slow.Private.FromBot).Text);
    }

    [Fact]
    public async Task Whoever_asks_while_most_others_still_wait_is_answered_without_waiting_for_them()
    {
        var (first, others) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var bench = await Bench.OpenAsync(
            new()
            {
                // Nothing but the progress of the others brings the next poll.
                Receiving = new() { PeekEvery = Hour, KeepAfter = Hour, TypingAfter = Hour },
                Responder = new Scripted(async (update, cancel) =>
                {
                    if (update.Message!.Text == "first") await first.Task.WaitAsync(cancel);
                    if (update.Message.Text == "other") await others.Task.WaitAsync(cancel);
                    return [Scripted.Text(update, "echo " + update.Message.Text)];
                }),
            },
            start: false);
        var oldest = bench.Server.People.NewPerson("Oldest");
        var waiting = Enumerable.Range(0, 7).Select(i => bench.Server.People.NewPerson($"Person {i}")).ToList();
        oldest.Say("first");
        foreach (var person in waiting) person.Say("other");
        await bench.StartAsync();
        await Bench.UntilAsync(() => bench.Ledger.Open == 8, "all eight in hand");
        var late = bench.Server.People.NewPerson("Late");
        late.Say("late");
        first.SetResult();
        Assert.Equal("echo late", (await late.Private.NextFromBotAsync()).Text);
        Assert.All(waiting, p => Assert.Empty(p.Private.FromBot));
        others.SetResult();
        foreach (var person in waiting) Assert.Equal("echo other", (await person.Private.NextFromBotAsync()).Text);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_once_however_often_it_is_brought()
    {
        var gates = new Dictionary<string, TaskCompletionSource> { ["first"] = new(TaskCreationOptions.RunContinuationsAsynchronously), ["second"] = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        await using var bench = await Bench.OpenAsync(
            new()
            {
                Receiving = new() { PeekEvery = Hour, KeepAfter = Hour, TypingAfter = Hour },
                Responder = new Scripted(async (update, cancel) =>
                {
                    if (gates.TryGetValue(update.Message!.Text!, out var gate)) await gate.Task.WaitAsync(cancel);
                    return [Scripted.Text(update, "echo " + update.Message.Text)];
                }),
            },
            start: false);
        foreach (var text in gates.Keys) bench.Server.People.NewPerson(text).Say(text);
        bench.Server.Faults.SendStrangeUpdate(StrangeUpdate.Date);
        await bench.StartAsync();
        await Bench.UntilAsync(() => bench.Ledger.Open == 2 && bench.Log.Of(Unreadable).Count > 0, "both in hand");
        var late = bench.Server.People.NewPerson("Late");
        late.Say("late");
        // The next poll brings what cannot be read once more, since the second is still open.
        gates["first"].SetResult();
        Assert.Equal("echo late", (await late.Private.NextFromBotAsync()).Text);
        Assert.Single(bench.Log.Of(Unreadable));
        gates["second"].SetResult();
    }

    [Fact]
    public async Task What_waits_longer_than_a_second_is_kept_and_confirmed_and_forgotten_when_answered()
    {
        await using var bench = await HeldAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        bench.Server.Faults.Order(Fault.Slow(Hour) with { Method = "sendMessage" });
        ann.Say("a");
        await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "confirmation");
        Assert.Empty(ann.Private.FromBot);
        Assert.Equal(1, await bench.Storage.CountOwedAsync(default));
        await AnsweredAsync(bench, ann);
        Assert.Equal("echo a", Assert.Single(ann.Private.FromBot).Text);
        await Bench.UntilAsync(() => bench.Storage.CountOwedAsync(default).AsTask().GetAwaiter().GetResult() == 0, "the debt to be settled");
    }

    [Fact]
    public async Task With_as_much_owed_as_may_be_nothing_more_is_taken_until_some_of_it_has_gone_out()
    {
        await using var bench = await HeldAsync(new() { MostKept = 20 });
        var people = Enumerable.Range(0, 200).Select(i => bench.Server.People.NewPerson($"Person {i}")).ToArray();
        var slow = bench.Server.Faults.Order(Fault.Slow(Hour) with { Method = "sendMessage", Times = null });
        foreach (var person in people) person.Say("a");
        await Bench.UntilAsync(() => bench.Log.Of(113).Count > 0, "the bound");
        // What one more poll brings was taken before it was looked at.
        Assert.InRange(bench.InHand.Count, 20, 20 + 100);
        Assert.InRange(bench.Server.People.PendingUpdates, 200 - 20 - 100, 200);
        slow.Dispose();
        await AnsweredAsync(bench, people);
        Assert.All(people, p => Assert.Equal("echo a", Assert.Single(p.Private.FromBot).Text));
    }

    [Fact]
    public async Task People_see_it_typing_while_an_answer_takes_long()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = await Bench.OpenAsync(new()
        {
            Receiving = new() { TypingAfter = TimeSpan.FromSeconds(0.1), TypingAgain = TimeSpan.FromSeconds(0.1) },
            Responder = new Scripted(async (update, cancel) =>
            {
                if (update.Message!.Text == "hard") await held.Task.WaitAsync(cancel);
                return [Scripted.Text(update, "echo " + update.Message.Text)];
            }),
        });
        var (ann, bob) = (bench.Server.People.NewPerson("Ann"), bench.Server.People.NewPerson("Bob"));
        List<CallRecord> Signs(Person person) => [.. bench.Server.Calls.Of("sendChatAction").Where(c => c.Parameters["chat_id"] == $"{person.Id}")];
        ann.Say("hard");
        bob.Say("easy");
        await bob.Private.NextFromBotAsync();
        await Bench.UntilAsync(() => Signs(ann).Count >= 3, "the sign, again and again");
        held.SetResult();
        Assert.Equal("echo hard", (await ann.Private.NextFromBotAsync()).Text);
        Assert.All(Signs(ann), c => Assert.Equal((200, "typing"), (c.Status, c.Parameters["action"])));
        Assert.Empty(Signs(bob));
    }

    [Fact]
    public async Task Health_says_that_no_updates_come_and_that_they_come_again()
    {
        var health = Ports.Free();
        await using var bench = await Bench.OpenAsync(new() { Clock = new AdjustableClock(), HealthUrl = health });
        using var http = new HttpClient();
        HttpStatusCode Status() => http.GetAsync(new Uri(health, "health")).GetAwaiter().GetResult().StatusCode;
        bench.Server.People.NewPerson("Ann").Say("a");
        await Bench.UntilAsync(() => Status() == HttpStatusCode.OK, "a poll answered");
        var outage = bench.Server.Faults.Order(Fault.Page() with { Method = "getUpdates", Times = null });
        await Bench.UntilAsync(() => { bench.Clock.Forward(TimeSpan.FromMinutes(1)); return Status() == HttpStatusCode.ServiceUnavailable; }, "the outage");
        outage.Dispose();
        await Bench.UntilAsync(() => { bench.Clock.Forward(TimeSpan.FromSeconds(10)); return Status() == HttpStatusCode.OK; }, "the end of it");
    }

    [Fact]
    public async Task An_ordinary_answer_writes_nothing()
    {
        // On a busy machine an ordinary answer may take longer than a second.
        await using var bench = await Bench.OpenAsync(new() { Receiving = new() { KeepAfter = TimeSpan.FromMinutes(10) } });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("first");
        await ann.Private.NextFromBotAsync();
        // The first start writes what the bot has announced of itself and planned, at some time: hundred answers that all wrote
        // something would never be without.
        var isWithout = false;
        for (var round = 0; round < 20 && !isWithout; round++)
        {
            var (before, answered) = (Written(bench), ann.Private.FromBot.Count);
            for (var i = 0; i < 100; i++) ann.Say($"{i}");
            await bench.Server.People.Waits.UntilAsync(() => ann.Private.FromBot.Count == answered + 100, "all answers");
            await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "confirmation");
            // A reading ends after the writes before it.
            await bench.Storage.CountOwedAsync(default);
            isWithout = before == Written(bench);
        }
        Assert.True(isWithout);
    }

    [Fact]
    public async Task While_updates_cannot_be_had_it_tries_at_most_five_times_in_three_seconds_and_loses_nothing()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("a");
        await ann.Private.NextFromBotAsync();
        await bench.Server.People.Waits.UntilAsync(() => bench.Server.People.IsPolled, "a poll");
        var outage = bench.Server.Faults.Order(Fault.Page() with { Method = "getUpdates", Times = null });
        ann.Say("still brought by the poll that was held");
        await bench.Server.People.Waits.UntilAsync(() => ann.Private.FromBot.Count == 2, "the answer");
        ann.Say("b");
        List<DateTimeOffset> Failed() => [.. bench.Server.Calls.Of("getUpdates").Where(c => c.Status == 502).Select(c => c.At)];
        await Bench.UntilAsync(() => Failed() is [var first, .., var last] && last - first >= TimeSpan.FromSeconds(3), "tries over three seconds");
        outage.Dispose();
        await bench.Server.People.Waits.UntilAsync(() => ann.Private.FromBot.Count == 3, "the answer after the outage");
        Assert.Equal("echo b", ann.Private.FromBot[2].Text);
        var failed = Failed();
        Assert.All(failed, at => Assert.InRange(failed.Count(other => other >= at && other < at + TimeSpan.FromSeconds(3)), 1, 5));
        Assert.Single(bench.Log.Of(107));
        Assert.Single(bench.Log.Of(109));
    }

    [Fact]
    public async Task A_poll_that_hangs_is_cut_and_begun_anew()
    {
        await using var bench = await Bench.OpenAsync(new() { Receiving = new() { PollLength = TimeSpan.FromSeconds(1), PollGrace = TimeSpan.FromSeconds(1) } });
        await bench.Server.People.Waits.UntilAsync(() => bench.Server.People.IsPolled, "a poll");
        bench.Server.Faults.Order(Fault.Slow(TimeSpan.FromMinutes(10)) with { Method = "getUpdates" });
        var ann = bench.Server.People.NewPerson("Ann");
        await Bench.UntilAsync(() => bench.Log.Of(111).Count > 0, "the watchdog");
        ann.Say("a");
        Assert.Equal("echo a", (await ann.Private.NextFromBotAsync()).Text);
    }

    [Fact]
    public async Task A_clock_put_forward_by_a_year_is_no_call_that_hangs()
    {
        var clock = new AdjustableClock();
        await using var bench = await Bench.OpenAsync(new() { Clock = clock, Sending = r => r with { ReplyLife = TimeSpan.FromDays(3_650) } });
        var ann = bench.Server.People.NewPerson("Ann");
        await bench.Server.People.Waits.UntilAsync(() => bench.Server.People.IsPolled, "a poll");
        clock.Forward(TimeSpan.FromDays(365));
        ann.Say("a");
        Assert.Equal("echo a", (await ann.Private.NextFromBotAsync()).Text);
        bench.Server.Faults.Order(Fault.Slow(TimeSpan.FromMinutes(2)) with { Method = "sendMessage" });
        ann.Say("b");
        await Bench.UntilAsync(() => bench.InHand.Any(t => t.Calls is not null), "a message on its way");
        // The call that is waited for and the server that lets it wait both set their timers at some time from now on.
        await Bench.UntilAsync(() => { clock.Forward(TimeSpan.FromMinutes(5)); return ann.Private.FromBot.Count >= 2; }, "the answer");
        // Confirmed before the stop: its last word has no time to wait for a busy machine, and says so.
        await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "confirmation");
        await bench.StopAsync();
        Assert.Equal(["echo a", "echo b"], ann.Private.FromBot.Select(l => l.Text));
        Assert.DoesNotContain(bench.Log.Lines, l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    [Theory]
    [InlineData(StrangeUpdate.UpdateType)]
    [InlineData(StrangeUpdate.EntityType)]
    [InlineData(StrangeUpdate.ChatType)]
    [InlineData(StrangeUpdate.MemberStatus)]
    [InlineData(StrangeUpdate.ReactionType)]
    [InlineData(StrangeUpdate.Date)]
    public async Task An_update_it_cannot_read_blocks_nobody(StrangeUpdate kind)
    {
        await using var bench = await Bench.OpenAsync(start: false);
        var (before, after) = (bench.Server.People.NewPerson("Before"), bench.Server.People.NewPerson("After"));
        before.Say("a");
        bench.Server.Faults.SendStrangeUpdate(kind);
        after.Say("b");
        await bench.StartAsync();
        Assert.Equal("echo a", (await before.Private.NextFromBotAsync()).Text);
        Assert.Equal("echo b", (await after.Private.NextFromBotAsync()).Text);
        await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "confirmation");
    }

    [Fact]
    public async Task A_responder_that_fails_or_is_cancelled_ends_nothing()
    {
        await using var bench = await Bench.OpenAsync(new()
        {
            Responder = new Scripted((update, _) => update.Message!.Text switch
            {
                "fail" => throw new InvalidOperationException("a bug"),
                "cancel" => throw new TaskCanceledException("a time-out of something else"),
                var text => new([Scripted.Text(update, "echo " + text)]),
            }),
        });
        var ann = bench.Server.People.NewPerson("Ann");
        foreach (var text in (string[])["fail", "cancel", "go on"]) ann.Say(text);
        Assert.Equal("echo go on", (await ann.Private.NextFromBotAsync()).Text);
        await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "confirmation");
        Assert.Equal(2, bench.Log.Of(104).Count);
    }

    [Fact]
    public async Task A_second_bot_on_the_token_is_told_once_and_waited_for()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        await bench.Server.People.Waits.UntilAsync(() => bench.Server.People.IsPolled, "a poll");
        bench.Server.Faults.Order(Fault.Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running") with { Method = "getUpdates", Times = 3 });
        ann.Say("a");
        Assert.Equal("echo a", (await ann.Private.NextFromBotAsync()).Text);
        ann.Say("b");
        await bench.Server.People.Waits.UntilAsync(() => ann.Private.FromBot.Count == 2, "an answer after the conflict");
        Assert.Single(bench.Log.Of(110));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_at_the_start_is_waited_for()
    {
        await using var bench = await Bench.OpenAsync(start: false);
        bench.Server.Faults.Order(Fault.CutBefore() with { Method = "getMe", Times = 2 });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("a");
        await bench.StartAsync();
        Assert.Equal("echo a", (await ann.Private.NextFromBotAsync()).Text);
        Assert.Single(bench.Log.Of(116));
    }

    // Slow calls last until the clock is put forward, however long the machine takes for the rest.
    private static Task<Bench> HeldAsync(ReceivingRules? rules = null) => Bench.OpenAsync(new() { Clock = new AdjustableClock(), Receiving = rules ?? new(), Sending = Patient });

    private static SendingRules Patient(SendingRules rules) => rules with { CallDeadline = TimeSpan.FromMinutes(10), ReplyLife = TimeSpan.FromDays(3_650) };

    // A call waits from when it reaches the server on: then an hour is over for it. Each jump sets off whatever else waits on the
    // clock, so there is some time between them.
    private static Task AnsweredAsync(Bench bench, params Person[] people)
    {
        var looks = 0;
        return Bench.UntilAsync(
            () =>
            {
                if (looks++ % 20 == 0) bench.Clock.Forward(Hour);
                return people.All(p => p.Private.FromBot.Count > 0);
            },
            "the slow answers");
    }

    private static (DateTime, long) Written(Bench bench)
    {
        var (file, log) = (new FileInfo(bench.StoragePath), new FileInfo(Storage.LiteDb.DatabaseFile.LogOf(bench.StoragePath)));
        return (file.LastWriteTimeUtc, log.Exists ? log.Length : 0);
    }
}

using Cica.Bot.EndToEnd.Tests.Support;
using Cica.Bot.Settings;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Sending;
using Cica.Playground;
using Cica.Playground.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.EndToEnd.Tests.Sending;

public sealed class DeliveryTests
{
    [Fact]
    public async Task No_reply_is_lost_to_a_page_with_502()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        bench.Server.Faults.Order(Fault.Page() with { Method = "sendMessage", Times = 3 });
        ann.Say("a");
        Assert.Equal("echo a", (await ann.Private.NextFromBotAsync()).Text);
        Assert.Equal(3, bench.Figures.Retried);
    }

    [Fact]
    public async Task No_reply_is_lost_to_a_connection_cut_before_it_was_sent()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        bench.Server.Faults.Order(Fault.CutBefore() with { Method = "sendMessage" });
        ann.Say("a");
        Assert.Equal("echo a", (await ann.Private.NextFromBotAsync()).Text);
    }

    [Fact]
    public async Task After_a_connection_cut_with_unknown_outcome_it_sends_once_more_and_counts_the_possible_repeat()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        bench.Server.Faults.Order(Fault.CutAfter() with { Method = "sendMessage", Times = 5 });
        ann.Say("a");
        await Bench.UntilAsync(() => bench.Log.Of(210).Count == 1, "the second unknown outcome");
        Assert.Equal(["echo a", "echo a"], ann.Private.FromBot.Select(l => l.Text));
        Assert.Equal(1, bench.Figures.PossibleRepeats);
        await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "confirmation");
    }

    [Fact]
    public async Task A_429_is_waited_out_in_its_chat_and_nowhere_else()
    {
        var clock = new AdjustableClock();
        await using var bench = await Bench.OpenAsync(new() { Clock = clock });
        var (ann, bob) = (bench.Server.People.NewPerson("Ann"), bench.Server.People.NewPerson("Bob"));
        bench.Server.Faults.Order(Fault.TooMany(3_600) with { Method = "sendMessage", ChatId = ann.Id });
        ann.Say("a");
        // Told before the wait begins, which it has when the call is no longer on its way.
        await Bench.UntilAsync(() => bench.Log.Of(200).Count == 1 && bench.Queue.UnderWay == 0, "the refusal");
        bob.Say("b");
        await bob.Private.NextFromBotAsync();
        clock.Forward(TimeSpan.FromMinutes(55));
        bob.Say("c");
        await bench.Server.People.Waits.UntilAsync(() => bob.Private.FromBot.Count == 2, "the second answer to Bob");
        Assert.Empty(ann.Private.FromBot);
        clock.Forward(TimeSpan.FromMinutes(6));
        Assert.Equal("echo a", (await ann.Private.NextFromBotAsync()).Text);
        // A call stands in the list once it has ended, a moment after its message is seen.
        List<CallRecord> Calls() => [.. bench.Server.Calls.Of("sendMessage").Where(c => c.Parameters["text"] == "echo a")];
        await Bench.UntilAsync(() => Calls().Count >= 2, "the second call to end");
        var calls = Calls();
        Assert.Equal(2, calls.Count);
        Assert.True(calls[1].At - calls[0].At >= TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_refusal_is_logged_with_its_method_and_never_repeated()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        bench.Server.Faults.Order(Fault.Refused(400, "Bad Request: TOPIC_CLOSED") with { Method = "sendMessage" });
        ann.Say("a");
        ann.Say("b");
        Assert.Equal("echo b", (await ann.Private.NextFromBotAsync()).Text);
        var line = Assert.Single(bench.Log.Of(206));
        Assert.Contains("sendMessage", line.Text, StringComparison.Ordinal);
        Assert.Contains("TOPIC_CLOSED", line.Text, StringComparison.Ordinal);
        Assert.Single(bench.Server.Calls.Of("sendMessage"), c => c.Parameters["text"] == "echo a");
    }

    [Fact]
    public async Task Markup_that_is_refused_becomes_plain_text()
    {
        await using var bench = await Bench.OpenAsync(new()
        {
            Responder = new Scripted((update, _) => new([new Reply(new SendMessageRequest { ChatId = update.Message!.Chat.Id, Text = "<b>never closed & so on", ParseMode = ParseMode.Html }, Urgency.Interactive) { Plain = "never closed & so on" }])),
        });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("a");
        Assert.Equal("never closed & so on", (await ann.Private.NextFromBotAsync()).Text);
        Assert.Single(bench.Log.Of(202));
    }

    [Fact]
    public async Task Who_blocks_the_bot_is_switched_off_until_they_come_back()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        bench.Server.Faults.Order(Fault.Forbidden() with { Method = "sendMessage" });
        ann.Say("a");
        await OffAsync(bench, ann.Id, true);
        Assert.DoesNotContain(bench.Log.Lines, l => l.Level >= LogLevel.Warning);
        ann.Say("b");
        Assert.Equal("echo b", (await ann.Private.NextFromBotAsync()).Text);
        await OffAsync(bench, ann.Id, false);
        ann.Block();
        await OffAsync(bench, ann.Id, true);
        await bench.StopAsync();
        await bench.StartAsync();
        Assert.NotNull((await bench.Storage.GetChatAsync(ann.Id, default)).OffSince);
        ann.Unblock();
        await OffAsync(bench, ann.Id, false);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_keeps_its_state_and_gets_its_answer()
    {
        var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = await Bench.OpenAsync(new()
        {
            Responder = new Scripted(async (update, cancel) =>
            {
                if (update.Message?.Text is not { } text) return [];
                await isHeld.Task.WaitAsync(cancel);
                return [Scripted.Text(update, "echo " + text)];
            }),
        });
        var ann = bench.Server.People.NewPerson("Ann");
        var group = bench.Server.People.NewGroup("Us", ann);
        group.AddBot(ann);
        await bench.Storage.SetLanguageAsync(group.Id, "ru", default);
        ann.Say(group, "/help@playground_bot");
        await Bench.UntilAsync(() => bench.InHand.Any(t => t.Update?.Message?.Text is not null), "the command in hand");
        var super = group.Migrate(ann);
        isHeld.SetResult();
        Assert.Equal("echo /help@playground_bot", (await super.NextFromBotAsync()).Text);
        await Bench.UntilAsync(() => bench.Storage.GetChatAsync(super.Id, default).AsTask().GetAwaiter().GetResult().Language == "ru", "the state moved");
        Assert.Null((await bench.Storage.GetChatAsync(group.Id, default)).Language);
    }

    [Fact]
    public async Task A_menu_on_its_way_to_a_group_that_became_a_supergroup_arrives_there()
    {
        var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = await Bench.OpenAsync(new()
        {
            Responder = new Scripted(async (update, cancel) =>
            {
                if (update.Message is not { Text: not null } message) return [];
                await isHeld.Task.WaitAsync(cancel);
                return [Menu("all", BotCommandScope.Chat(message.Chat)), Menu("admins", BotCommandScope.ChatAdministrators(message.Chat))];
            }),
        });
        var (ann, ben) = (bench.Server.People.NewPerson("Ann"), bench.Server.People.NewPerson("Ben"));
        var group = bench.Server.People.NewGroup("Us", ann, ben);
        group.AddBot(ann);
        ann.Say(group, "/language@playground_bot ru");
        await Bench.UntilAsync(() => bench.InHand.Any(t => t.Update?.Message?.Text is not null), "the command in hand");
        var super = group.Migrate(ann);
        isHeld.SetResult();
        await Bench.UntilAsync(() => super.CommandsFor(ann) is [{ Command: "admins" }] && super.CommandsFor(ben) is [{ Command: "all" }], "both menus in the new group");

        static Reply Menu(string command, BotCommandScope scope) => new(new SetMyCommandsRequest { Commands = [new BotCommand(command, "A command")], Scope = scope }, Urgency.Bulk);
    }

    [Fact]
    public async Task At_the_default_pace_nothing_is_ever_refused()
    {
        // The clock stands still while a call is on its way: on a busy machine one may take longer than the rates can allow for.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bench = await Bench.OpenAsync(new() { Clock = clock, Pace = new PaceSettings(30, 1, 20), ServerPace = new PaceOptions { ChatBurst = 1 } });
        var people = Enumerable.Range(0, 60).Select(i => bench.Server.People.NewPerson($"Person {i}")).ToList();
        foreach (var person in people)
            for (var i = 0; i < 2; i++) person.Say($"{i}");
        await bench.LetPassUntilAsync(() => people.All(p => p.Private.FromBot.Count >= 2), "both answers", clock.Advance);
        await Bench.UntilAsync(() => bench.Queue.UnderWay == 0, "the last call to end");
        var calls = bench.Server.Calls.Of("sendMessage");
        Assert.DoesNotContain(calls, c => c.Status == 429);
        Assert.Equal(120, calls.Count);
        // Nor is it near that: the server's own count leaves some grace.
        Assert.All(calls, c => Assert.InRange(calls.Count(other => other.At >= c.At && other.At < c.At + TimeSpan.FromSeconds(1)), 1, 30));
    }

    [Fact]
    public async Task Answers_to_queries_pass_messages_that_wait_for_the_pace()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bench = await Bench.OpenAsync(new()
        {
            Clock = clock,
            Pace = new PaceSettings(1, 0, 0),
            Receiving = new() { StopTime = TimeSpan.FromSeconds(0.2) },
            Responder = new Scripted((update, _) => update.InlineQuery is { } query
                ? new([new Reply(new AnswerInlineQueryRequest { InlineQueryId = query.Id, Results = [] }, Urgency.Query)])
                : new([Scripted.Text(update, "text")])),
        });
        var bob = bench.Server.People.NewPerson("Bob");
        // At that pace they take more than three minutes.
        for (var i = 0; i < 200; i++) bench.Server.People.NewPerson($"Person {i}").Say("a");
        await bench.LetPassUntilAsync(() => bench.Ledger is { Open: 0, Kept: > 110 }, "far more kept than may be worked on at once", clock.Advance);
        await Bench.UntilAsync(() => bench.Queue.UnderWay == 0, "the last message to be there");
        // Time stands still: whatever waits for the pace still waits.
        var sent = bench.Server.Calls.Of("sendMessage").Count;
        await bob.TypeInline(bob.Private, "who").ListAsync();
        Assert.Equal(sent, bench.Server.Calls.Of("sendMessage").Count);
        Assert.NotEqual(0, bench.Queue.Waiting);
        var stopping = bench.StopAsync();
        await Bench.UntilAsync(() => { clock.Advance(TimeSpan.FromSeconds(0.1)); return stopping.IsCompleted; }, "the stop");
        await stopping;
    }

    [Fact]
    public async Task Nothing_logged_holds_the_token()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        foreach (var fault in (Fault[])[Fault.Page(), Fault.CutBefore(), Fault.CutAfter(), Fault.TooMany(1), Fault.Refused(400, "Bad Request: no")])
            bench.Server.Faults.Order(fault with { Method = "sendMessage" });
        bench.Server.Faults.Order(Fault.Page() with { Method = "getUpdates" });
        for (var i = 0; i < 5; i++) ann.Say($"{i}");
        await Bench.UntilAsync(() => ann.Private.FromBot.Count >= 4, "the answers");
        await bench.StopAsync();
        var secret = bench.Server.Token.Split(':')[1];
        Assert.NotEmpty(bench.Log.Lines);
        Assert.DoesNotContain(bench.Log.Lines, l => l.Text.Contains(secret, StringComparison.Ordinal));
    }

    private static Task OffAsync(Bench bench, long chat, bool isOff) =>
        Bench.UntilAsync(() => bench.Storage.GetChatAsync(chat, default).AsTask().GetAwaiter().GetResult().OffSince is not null == isOff, isOff ? "the chat to be switched off" : "the chat to be switched on");
}

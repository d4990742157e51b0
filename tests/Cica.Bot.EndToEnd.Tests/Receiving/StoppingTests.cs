using Cica.Bot.EndToEnd.Tests.Support;
using Cica.Bot.Settings;
using Cica.Bot.Telegram;
using Cica.Playground;
using Cica.Playground.Faults;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace Cica.Bot.EndToEnd.Tests.Receiving;

public sealed class StoppingTests
{
    [Fact]
    public async Task Stopped_in_full_load_and_started_again_it_answers_everything_exactly_once()
    {
        // What is on its way may take as long as a busy machine needs for it: a call that is cut may have been carried out.
        await using var bench = await Bench.OpenAsync(new() { Receiving = new() { StopTime = TimeSpan.FromSeconds(30) } });
        var people = Enumerable.Range(0, 50).Select(i => bench.Server.People.NewPerson($"Person {i}")).ToList();
        var talking = Task.Run(async () =>
        {
            for (var i = 0; i < 40; i++)
            {
                foreach (var person in people) person.Say($"{i}");
                await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
            }
        });
        for (var stops = 0; stops < 3; stops++)
        {
            await Bench.UntilAsync(() => people.Sum(p => p.Private.FromBot.Count) > 100 * (stops + 1), "the bot at work");
            await bench.StopAsync();
            await bench.StartAsync();
        }
        await talking;
        foreach (var person in people)
        {
            await bench.Server.People.Waits.UntilAsync(() => person.Private.FromBot.Count >= 40, "all answers");
            Assert.Equal(Enumerable.Range(0, 40).Select(i => $"echo {i}"), person.Private.FromBot.Select(l => l.Text));
        }
    }

    [Fact]
    public async Task What_the_pace_does_not_let_out_in_time_is_kept_and_sent_after_the_start()
    {
        var clock = new AdjustableClock();
        await using var bench = await Bench.OpenAsync(
            new()
            {
                Clock = clock,
                Pace = new PaceSettings(30, 0, 20),
                ServerPace = new PaceOptions { PerChatPerSecond = 0 },
                // The last word has the time a busy machine takes for it.
                Receiving = new() { StopTime = TimeSpan.FromSeconds(1), LastWord = TimeSpan.FromSeconds(60) },
            },
            start: false);
        var ann = bench.Server.People.NewPerson("Ann");
        var group = bench.Server.People.NewGroup("Us", ann);
        group.PromoteBot(ann);
        // All there before it starts, so that one poll brings them all.
        for (var i = 0; i < 25; i++) ann.Say(group, $"{i}");
        await bench.StartAsync();
        // The others may go in a minute only: nothing is on its way that a stop could cut off.
        await Bench.UntilAsync(() => group.FromBot.Count == 20 && bench.Queue.UnderWay == 0, "as many as a group may get in a minute");
        await bench.StopAsync();
        Assert.Equal(20, group.FromBot.Count);
        Assert.Equal(0, bench.Server.People.PendingUpdates);
        clock.Forward(TimeSpan.FromMinutes(1));
        await bench.StartAsync();
        await bench.Server.People.Waits.UntilAsync(() => group.FromBot.Count >= 25, "the rest");
        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"echo {i}"), group.FromBot.Select(l => l.Text));
        Assert.DoesNotContain(bench.Server.Calls.Of("sendMessage"), c => c.Status == 429);
        await Bench.UntilAsync(() => bench.Storage.CountOwedAsync(default).AsTask().GetAwaiter().GetResult() == 0, "the debts to be settled");
        await bench.StopAsync();
        await bench.StartAsync();
        Assert.Equal(0, await bench.Storage.CountOwedAsync(default));
    }

    [Fact]
    public async Task Updates_not_confirmed_when_it_stopped_are_not_answered_again()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("a");
        await ann.Private.NextFromBotAsync();
        ann.Say("b");
        await bench.Server.People.Waits.UntilAsync(() => ann.Private.FromBot.Count == 2, "the answer");
        bench.Server.Faults.Order(Fault.Page() with { Method = "getUpdates", Times = null });
        await bench.StopAsync();
        bench.Server.Faults.Clear();
        await bench.StartAsync();
        ann.Say("c");
        await bench.Server.People.Waits.UntilAsync(() => ann.Private.FromBot.Count >= 3, "the answer");
        Assert.Equal(["echo a", "echo b", "echo c"], ann.Private.FromBot.Select(l => l.Text));
    }

    [Fact]
    public async Task A_stop_waits_a_second_at_most_for_its_last_word_to_a_server_that_is_slow()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = await Bench.OpenAsync(new()
        {
            // Kept, the second would be confirmed before the stop.
            Receiving = new() { StopTime = TimeSpan.FromSeconds(30), KeepAfter = TimeSpan.FromMinutes(10) },
            Responder = new Scripted(async (update, cancel) =>
            {
                if (update.Message!.Text == "b") await held.Task.WaitAsync(cancel);
                return [Scripted.Text(update, "echo " + update.Message.Text)];
            }),
        });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("a");
        await ann.Private.NextFromBotAsync();
        ann.Say("b");
        await Bench.UntilAsync(() => bench.InHand.Any(t => t.Update?.Message?.Text == "b"), "the second in hand");
        // It is answered when nothing is fetched any more: only the last word can tell the server.
        var stopping = bench.StopAsync();
        await Bench.UntilAsync(() => bench.Log.Of(117).Count > 0, "the stop");
        bench.Server.Faults.Order(Fault.Slow(TimeSpan.FromMinutes(1)) with { Method = "getUpdates", Times = null });
        held.SetResult();
        await stopping;
        Assert.Contains("within 1 s", Assert.Single(bench.Log.Of(119)).Text, StringComparison.Ordinal);
        bench.Server.Faults.Clear();
        await bench.StartAsync();
        ann.Say("c");
        await bench.Server.People.Waits.UntilAsync(() => ann.Private.FromBot.Count >= 3, "the answer");
        Assert.Equal(["echo a", "echo b", "echo c"], ann.Private.FromBot.Select(l => l.Text));
    }

    [Fact]
    public async Task A_file_that_waits_is_kept_whole()
    {
        await using var bench = await Bench.OpenAsync(new()
        {
            Receiving = new() { StopTime = TimeSpan.FromSeconds(0.2) },
            Responder = new Scripted((update, _) => new([File(update)])),
        });
        var ann = bench.Server.People.NewPerson("Ann");
        bench.Server.Faults.Order(Fault.Page() with { Method = "sendDocument", Times = 2 });
        ann.Say("my data");
        await Bench.UntilAsync(() => bench.Server.Calls.Of("sendDocument").Count > 0, "a try");
        await bench.StopAsync();
        await bench.StartAsync();
        Assert.Equal("mine.txt", (await ann.Private.NextFromBotAsync()).Attachment);
    }

    [Fact]
    public async Task A_file_that_waits_for_its_turn_is_kept_and_sent_whole()
    {
        await using var bench = await Bench.OpenAsync(new()
        {
            Pace = new PaceSettings(0, 1, 0),
            Receiving = new() { KeepAfter = TimeSpan.FromSeconds(0.1) },
            Responder = new Scripted((update, _) => new([.. Enumerable.Range(0, 3).Select(i => Scripted.Text(update, $"{i}")), File(update)])),
        });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("my data");
        await bench.Server.People.Waits.UntilAsync(() => ann.Private.FromBot.Any(l => l.Attachment == "mine.txt"), "the file");
        Assert.NotEmpty(bench.Log.Of(101));
        Assert.Equal(0, bench.Figures.Retried);
        Assert.Equal("all of it"u8.Length, ann.Private.FromBot[^1].Wire.Document!.FileSize);
    }

    private static Reply File(Update update) => new(
        new SendDocumentRequest { ChatId = update.Message!.Chat.Id, Document = new InputFileStream(new MemoryStream("all of it"u8.ToArray()), "mine.txt") }, Urgency.Interactive);
}

using Cica.Bot.Reminders;
using Cica.Bot.Storage;
using Cica.Playground.People;

namespace Cica.Bot.Tests.Talking.Reminding;

public sealed class AdminTests
{
    [Fact]
    public async Task Those_who_run_the_bot_see_how_it_stands()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = await AdminAsync(bench);
        await bench.SubscribeAsync(anna, "/subscribe all");
        await bench.AskAsync(anna, "who is the CICA treasurer?");

        var overview = await bench.AskAsync(anna, "/admin");
        Assert.Contains($"Facts: {Facts.Engine.Knowledge.Facts.Count}, version shipped\nSubscriptions: 1\nNotices: ", overview.Text, StringComparison.Ordinal);
        await anna.Tap(anna.Private, overview.MessageId, Facts.Text("admin.button.questions")).AnswerAsync();
        var questions = await bench.ChangedAsync(anna.Private, overview);
        Assert.Contains("• who is the CICA treasurer?", questions.Text, StringComparison.Ordinal);
        var file = await bench.TapAsync(anna, anna.Private, questions, Facts.Text("admin.button.file"));
        Assert.Contains("\ten\twho is the CICA treasurer?\n", await PersonalDataTests.ReadAsync(bench, file.Wire.Document!.FileId), StringComparison.Ordinal);
        await anna.Tap(anna.Private, questions.MessageId, Facts.Text("admin.button.failed")).AnswerAsync();
        Assert.Equal(Facts.Text("admin.failures-none"), (await bench.ChangedAsync(anna.Private, questions)).Text);
    }

    [Fact]
    public async Task What_is_due_next_is_shown_and_what_failed_with_its_chat_and_reason()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = await AdminAsync(bench);
        var overview = await bench.AskAsync(anna, "/admin");
        await anna.Tap(anna.Private, overview.MessageId, Facts.Text("admin.button.next")).AnswerAsync();
        Assert.Equal(Facts.Text("admin.next-none"), (await bench.ChangedAsync(anna.Private, overview)).Text);

        await bench.SubscribeAsync(anna, "/subscribe summit");
        var from = Assert.Single(await bench.Storage.SubscriptionsOfAsync(anna.Id, default));
        // None is due: it would go out before it is noted as failed.
        Notice[] notices = [Day("anniversary-cica-day", from, 1, new(2027, 10, 4, 9, 0, 0, TimeSpan.Zero)), Day("event-summit-7", from, 2, new(2027, 3, 4, 9, 0, 0, TimeSpan.Zero))];
        await bench.Storage.ApplyAsync([new PlanChange(from.To, notices, [], [])], default);
        await bench.Storage.EndAsync([new NoticeEnd(notices[1].Id, NoticeState.Failed, TalkBench.Now, "400 Bad Request: <no> & \"never\"")], default);

        overview = await bench.AskAsync(anna, "/admin");
        Assert.Contains("1", overview.Text.Split('\n').Single(l => l.StartsWith("Notices: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        await anna.Tap(anna.Private, overview.MessageId, Facts.Text("admin.button.next")).AnswerAsync();
        var next = await bench.ChangedAsync(anna.Private, overview);
        Assert.Equal($"{Facts.Text("admin.next")}\n• 4 October 2027, 09:00 (UTC): the day before, CICA Day", next.Text);
        await anna.Tap(anna.Private, overview.MessageId, Facts.Text("admin.button.failed")).AnswerAsync();
        var failed = await bench.ChangedAsync(anna.Private, next);
        Assert.Equal($"{Facts.Text("admin.failures")}\n• {anna.Id}: 4 March 2027, 09:00 (UTC): the day before, Seventh CICA Summit (Baku) – 400 Bad Request: <no> & \"never\"", failed.Text);
    }

    [Fact]
    public async Task Loading_the_facts_anew_says_what_became_of_it_and_broken_ones_change_nothing()
    {
        await using var bench = await TalkBench.OpenAsync();
        var directory = Directory.CreateTempSubdirectory("facts").FullName;
        try
        {
            Copy(bench.DataPath, directory);
            bench.DataPath = directory;
            // The facts are put in force for this bench alone: others' go on with theirs.
            bench.Engine = new Operations.EngineHolder(Facts.Engine.Knowledge, "shipped");
            var anna = await AdminAsync(bench);
            var overview = await bench.AskAsync(anna, "/admin");
            var loaded = await bench.TapAsync(anna, anna.Private, overview, Facts.Text("admin.button.reload"));
            Assert.StartsWith($"The facts are loaded anew: {Facts.Engine.Knowledge.Facts.Count}, version ", loaded.Text, StringComparison.Ordinal);

            bench.Tolerant = true;
            await File.AppendAllTextAsync(Path.Combine(directory, "events.yaml"), "\n- id: event-wrong\n  kind: summit\n  title: { en: \"<b>Wrong\", ru: \"Неверно\" }\n  start: 2027-02-30\n  zone: Asia/Baku\n  status: planned\n  sources: [trend-2025-09-10]\n");
            await anna.Tap(anna.Private, loaded.MessageId, Facts.Text("admin.button.reload")).AnswerAsync();
            // The changed file is noticed as well, and that is told besides.
            var refused = await bench.People.Waits.ForAsync(() => anna.Private.FromBot.FirstOrDefault(l => l.Text.StartsWith("Not loaded: 1 mistakes.", StringComparison.Ordinal)), "the refusal");
            Assert.Contains("events.yaml:", refused.Text, StringComparison.Ordinal);
            Assert.Equal(Facts.Answer("who chairs CICA?"), (await bench.AskAsync(anna, "who chairs CICA?")).Text);
        }
        finally
        {
            await bench.StopAsync();
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task Anybody_else_is_told_so_in_private_and_nothing_in_a_group()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = await AdminAsync(bench);
        var boris = bench.People.NewPerson("Boris");
        Assert.Equal(Facts.Text("admin.no"), (await bench.AskAsync(boris, "/admin")).Text);

        var group = bench.People.NewGroup("Delegates", anna, boris);
        group.AddBot(anna);
        await group.NextFromBotAsync();
        anna.Say(group, "/admin");
        await bench.SettledAsync();
        Assert.Single(group.FromBot);
        Assert.DoesNotContain("admin", anna.Private.CommandsFor(anna).Select(c => c.Command));
    }

    internal static async Task<Person> AdminAsync(TalkBench bench)
    {
        var anna = bench.People.NewPerson("Anna");
        bench.Admins = [anna.Id];
        await bench.RestartAsync();
        return anna;
    }

    private static Notice Day(string eventId, Subscription from, int number, DateTimeOffset due) => new()
    {
        Id = new Guid(number, 0, 0, new byte[8]),
        To = from.To,
        Event = eventId,
        Kind = NoticeKind.Day,
        Nominal = due,
        Due = due,
        Subscriptions = [from.Id],
        Language = "en",
    };

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}

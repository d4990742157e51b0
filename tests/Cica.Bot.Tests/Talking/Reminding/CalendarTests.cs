using Cica.Bot.Operations;
using Cica.Bot.Telegram.Conversing.Reminding;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Loading;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Tests.Talking.Reminding;

public sealed class CalendarTests(CalendarProgram calendar) : IClassFixture<CalendarProgram>
{
    [SkippableFact]
    public async Task The_button_under_an_event_answer_sends_it_for_a_calendar()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var answer = await bench.AskAsync(anna, "When is CICA Day?");
        var file = await bench.TapAsync(anna, anna.Private, answer, Facts.Text("remind.button.calendar"));
        Assert.Equal(("cica.ics", Facts.Text("calendar.caption")), (file.Attachment, file.Text));

        var read = await calendar.ReadAsync(await PersonalDataTests.ReadAsync(bench, file.Wire.Document!.FileId));
        Assert.Equal(("2.0", "PUBLISH"), (read.Version, read.Method));
        var day = Assert.Single(read.Events);
        Assert.Equal(("anniversary-cica-day@cica-bot", 0, "CICA Day", true, "CONFIRMED"), (day.Uid, day.Sequence ?? 0, day.Summary, day.IsDate, day.Status));
        Assert.EndsWith("-10-05", day.Start, StringComparison.Ordinal);
        Assert.Equal(4, day.Next.Count);
        Assert.All(day.Next, d => Assert.EndsWith("-10-05", d, StringComparison.Ordinal));
        Assert.StartsWith("Source: ", day.Description, StringComparison.Ordinal);
        Assert.Equal("2026-11-01T09:00", day.Stamp![..16]);
    }

    [SkippableFact]
    public async Task A_subscription_is_sent_whole_and_what_has_no_day_is_said()
    {
        await using var bench = await TalkBench.OpenAsync();
        var boris = bench.People.NewPerson("Борис", "ru");
        await bench.SubscribeAsync(boris, "/subscribe всё");
        var file = await bench.AskAsync(boris, "/calendar");
        Assert.Contains("Неформальная встреча министров СВМДА, сентябрь 2027 года", file.Text.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("Восьмое очередное заседание министров СВМДА (2028)", file.Text.Split('\n')[2], StringComparison.Ordinal);

        var read = await calendar.ReadAsync(await PersonalDataTests.ReadAsync(bench, file.Wire.Document!.FileId));
        Assert.Equal(Facts.Engine.Knowledge.Events.Count(e => e.Yearly) + 2, read.Events.Count);
        Assert.Equal(read.Events.Count, read.Events.Select(e => e.Uid).Distinct().Count());
        var month = read.Events.Single(e => e.Uid == "event-informal-2027@cica-bot");
        Assert.Equal(("2027-09-01", "2027-10-01", "TENTATIVE", "Нью-Йорк"), (month.Start, month.End, month.Status, month.Location));
        Assert.EndsWith("(день не известен)", month.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("event-ministerial-8@cica-bot", read.Events.Select(e => e.Uid));
    }

    [SkippableFact]
    public async Task An_event_that_has_moved_keeps_its_name_and_counts_up()
    {
        await using var bench = await TalkBench.OpenAsync();
        var engine = new EngineHolder(Facts.Engine.Knowledge, "shipped");
        bench.Engine = engine;
        await bench.RestartAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.SubscribeAsync(anna, "/subscribe informal-2027");
        var before = Assert.Single((await ReadAsync(bench, await bench.AskAsync(anna, "/calendar informal-2027"))).Events);

        var last = anna.Private.Transcript[^1].MessageId;
        engine.Swap(Load(s => s.Replace("start: 2027-09\n", "start: 2027-09-23T15:00-04:00\n", StringComparison.Ordinal)), "moved");
        while ((await bench.Storage.ToldEventsAsync(default)).Single(e => e.Id == "event-informal-2027").Changes == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        // Whoever subscribed is told of it: that message is not the file.
        await anna.Private.NextFromBotAsync(last);
        var after = Assert.Single((await ReadAsync(bench, await bench.AskAsync(anna, "/calendar informal-2027"))).Events);
        Assert.Equal(before.Uid, after.Uid);
        Assert.Equal((0, 1), (before.Sequence ?? 0, after.Sequence ?? 0));
        Assert.Equal(("2027-09-01", "2027-09-23T19:00:00Z"), (before.Start, after.Start));
    }

    [SkippableFact]
    public async Task Days_times_changes_and_a_leap_day_are_what_a_calendar_takes_them_for()
    {
        var facts = Load(s => s + """

            - { id: event-a, kind: summit, title: { en: "Three; days, \"quoted\"\\and more", ru: "Три дня" }, start: 2027-06-04, until: 2027-06-07, zone: Asia/Baku, place: baku, status: moved, sources: [trend-2025-09-10] }
            - { id: event-b, kind: summit, title: { en: Called off, ru: Отменено }, start: 2027-06-05, zone: Asia/Baku, status: cancelled, sources: [trend-2025-09-10] }
            - { id: event-c, kind: summit, title: { en: At nine, ru: В девять }, start: 2027-06-04T09:00+04:00, zone: Asia/Baku, status: confirmed, sources: [trend-2025-09-10] }
            - { id: event-d, kind: anniversary, title: { en: Leap day, ru: Високосный день }, start: 2024-02-29, zone: Asia/Baku, status: confirmed, yearly: true, sources: [trend-2025-09-10] }
            - { id: event-e, kind: summit, title: { en: Some year, ru: Какой-то год }, start: 2029, zone: Asia/Baku, status: planned, sources: [trend-2025-09-10] }
            """);
        var events = facts.Events.Where(e => e.Id.Length == "event-a".Length);
        var made = CalendarFile.Of(events, new Cica.Answers.AnswerEngine(facts), UiTexts.In(facts, "en"), new Dictionary<string, int> { ["event-a"] = 3 }, TalkBench.Now);
        Assert.Equal(["event-e"], made.LeftOut.Select(e => e.Id));

        var read = (await calendar.ReadAsync(System.Text.Encoding.UTF8.GetString(made.Content!))).Events;
        Assert.Equal(("Three; days, \"quoted\"\\and more", 3, "2027-06-04", "2027-06-07", "CONFIRMED"), (read[0].Summary, read[0].Sequence, read[0].Start, read[0].End, read[0].Status));
        Assert.Equal(("2027-06-05", "2027-06-06", "CANCELLED"), (read[1].Start, read[1].End, read[1].Status));
        Assert.Equal(("2027-06-04T05:00:00Z", false), (read[2].Start, read[2].IsDate));
        Assert.Equal(["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28"], read[3].Next);
    }

    [Theory]
    [InlineData("/calendar nonsense", "calendar.unknown")]
    [InlineData("/calendar ministerial-8", "calendar.nothing")]
    public async Task What_cannot_be_sent_is_said(string typed, string key)
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        Assert.StartsWith(Facts.Text(key), (await bench.AskAsync(anna, typed)).Text, StringComparison.Ordinal);
    }

    private async Task<ShownCalendar> ReadAsync(TalkBench bench, Playground.People.Line file) =>
        await calendar.ReadAsync(await PersonalDataTests.ReadAsync(bench, file.Wire.Document!.FileId));

    private static KnowledgeSnapshot Load(Func<string, string> change)
    {
        var directory = Directory.CreateTempSubdirectory("facts").FullName;
        try
        {
            var from = Path.Combine(AppContext.BaseDirectory, "data");
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(directory, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
            var events = Path.Combine(directory, "events.yaml");
            File.WriteAllText(events, change(File.ReadAllText(events)));
            var loaded = KnowledgeLoader.Load(directory, TalkBench.Today);
            return loaded.Snapshot ?? throw new InvalidOperationException(string.Join('\n', loaded.Problems));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}

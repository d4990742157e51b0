using System.Net.Http.Json;
using System.Text.Json;
using Cica.Bot.EndToEnd.Tests.Support;
using Cica.Bot.Operations;
using Cica.Bot.Reminders;
using Cica.Bot.Reminders.Dispatching;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Knowledge.Loading;
using Cica.Knowledge.Model;
using Cica.Playground;
using Cica.Playground.Faults;
using Cica.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Cica.Bot.EndToEnd.Tests.Reminding.ReminderBench;

namespace Cica.Bot.EndToEnd.Tests.Reminding;

public sealed class ReminderTests
{
    // Whoever is not woken by what has happened looks again too late for the test.
    private static readonly BenchOptions Woken = new() { Dispatch = new DispatchRules { LookAgain = TimeSpan.FromHours(1) } };

    [Fact]
    public async Task When_the_clock_is_put_forward_the_reminder_comes_at_once_with_time_source_and_a_way_out()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(3))]);
        var ann = await bench.PersonAsync("Ann");
        await bench.SubscribeAsync(ann, Leads.Day);
        Assert.Empty(In(ann.Private));
        bench.ForwardTo(TimeSpan.FromDays(2));
        var line = Assert.Single(await bench.UntilAsync(ann.Private, 1));
        Assert.StartsWith("🔔 Tomorrow: Event <one>\nWhen: ", line.Text, StringComparison.Ordinal);
        Assert.Contains("(UTC)", line.Text, StringComparison.Ordinal);
        Assert.Contains("Source: A publisher, “A title”", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("late", line.Text, StringComparison.Ordinal);
        Assert.Contains(line.Wire.Entities!, e => e.Type == "date_time");
        Assert.Equal(["Unsubscribe"], Assert.Single(line.Buttons));
        await Bench.UntilAsync(() => bench.Figures.Sent == 1, "the note");
    }

    [Fact]
    public async Task It_speaks_the_chat_s_language_and_zone_and_stays_in_the_topic()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(3))]);
        var ann = await bench.PersonAsync("Ann");
        var forum = bench.Bot.Server.People.NewSupergroup("Us", ann, isForum: true);
        forum.AddBot(ann);
        var topic = forum.OpenTopic("Events", ann);
        await bench.Bot.Storage.SetLanguageAsync(forum.Id, "ru", default);
        await bench.Bot.Storage.SetZoneAsync(forum.Id, "Asia/Almaty", default);
        await bench.SubscribeAsync(new Destination(forum.Id, topic), Leads.Hour);
        bench.ForwardTo(TimeSpan.FromDays(3) - TimeSpan.FromHours(1));
        var line = Assert.Single(await bench.UntilAsync(forum, 1));
        Assert.Equal(topic, line.Topic);
        Assert.StartsWith("🔔 Через 1 час: Событие <one>\nКогда: ", line.Text, StringComparison.Ordinal);
        Assert.Contains("(Алматы)", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_outage_what_is_still_useful_comes_once_and_late_and_what_is_past_in_one_line()
    {
        await using var bench = await OpenAsync(now => [Event("past-1", now.AddDays(5)), Event("past-2", now.AddDays(6)), Event("to-come", now.AddDays(7.5))]);
        var ann = await bench.PersonAsync("Ann");
        await bench.SubscribeAsync(ann, Leads.Week | Leads.Day | Leads.Hour);
        await bench.Bot.StopAsync();
        bench.Clock.Forward(TimeSpan.FromDays(7));
        await bench.Bot.StartAsync();
        var lines = (await bench.UntilAsync(ann.Private, 2)).Select(l => l.Text).Order().ToList();
        Assert.Equal(2, lines.Count);
        Assert.StartsWith("While I could not write to you, this passed: Event <past-1> (", lines[0], StringComparison.Ordinal);
        Assert.Contains("Event <past-2>", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("🔔 In 12 hours: Event <to-come>", lines[1], StringComparison.Ordinal);
        Assert.Contains("This reminder comes late", lines[1], StringComparison.Ordinal);
        bench.ForwardTo(TimeSpan.FromDays(7) + TimeSpan.FromHours(11));
        var last = (await bench.UntilAsync(ann.Private, 3))[2].Text;
        Assert.StartsWith("🔔 In 1 hour: Event <to-come>", last, StringComparison.Ordinal);
        await Bench.UntilAsync(() => bench.Bot.Storage.CountNoticesAsync(default).AsTask().GetAwaiter().GetResult() is { Pending: 0, Sending: 0 }, "the notes");
        Assert.Equal(0, (await bench.Bot.Storage.CountNoticesAsync(default)).Failed);
    }

    [Fact]
    public async Task Unsubscribing_takes_effect_at_once_also_for_what_is_queued()
    {
        // Between two of them time stands still: nobody is being reminded while others unsubscribe.
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2))], new() { Pace = new PaceSettings(4, 0, 0) }, standsStill: true);
        var people = await bench.PeopleAsync(8);
        foreach (var person in people) await bench.SubscribeAsync(person, Leads.Day);
        bench.Clock.Forward(TimeSpan.FromDays(1));
        await Bench.UntilAsync(() => bench.Figures.Sent == 4 && bench.Bot.Queue is { UnderWay: 0, Waiting: 4 }, "as many as the pace lets go at once");
        var waiting = people.Where(p => In(p.Private).Count == 0).ToList();
        Assert.Equal(4, waiting.Count);
        foreach (var person in waiting) await bench.Bot.Storage.UnsubscribeAllAsync(new Destination(person.Id), default);
        await bench.LetPassUntilAsync(() => bench.Figures.OldestDue is null && bench.Bot.Queue.Waiting == 0, "the others to be let go of");
        Assert.All(waiting, p => Assert.Empty(In(p.Private)));
        Assert.All(people.Except(waiting), p => Assert.Single(In(p.Private)));
    }

    [Fact]
    public async Task A_moved_event_is_told_to_its_subscribers_and_a_reminder_of_the_old_date_never_comes()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2))]);
        var ann = await bench.PersonAsync("Ann");
        await bench.SubscribeAsync(ann, Leads.Day);
        bench.Facts.Swap(Event("one", bench.Clock.GetUtcNow().AddDays(9), EventStatus.Moved));
        var news = Assert.Single(await bench.UntilAsync(ann.Private, 1)).Text;
        Assert.StartsWith("📅 Another date: Event <one>\nBefore: ", news, StringComparison.Ordinal);
        Assert.Contains("\nNow: ", news, StringComparison.Ordinal);
        bench.Clock.Forward(TimeSpan.FromDays(4));
        bench.Clock.Forward(TimeSpan.FromDays(4) + TimeSpan.FromMinutes(1));
        Assert.StartsWith("🔔 Tomorrow: ", (await bench.UntilAsync(ann.Private, 2))[1].Text, StringComparison.Ordinal);
        Assert.Equal(2, In(ann.Private).Count);
    }

    [Fact]
    public async Task An_event_taken_out_of_the_facts_is_told_by_its_name_to_who_subscribed_to_it()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2)), Event("two", now.AddDays(2))]);
        var ann = await bench.PersonAsync("Ann");
        await bench.SubscribeAsync(ann, Leads.Day, Target.Of("one"));
        bench.Facts.Swap(Event("two", bench.Clock.GetUtcNow().AddDays(5)));
        Assert.StartsWith("❌ No longer among the events: Event <one>\nWhen: ", Assert.Single(await bench.UntilAsync(ann.Private, 1)).Text, StringComparison.Ordinal);
        bench.Clock.Forward(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await Bench.UntilAsync(() => bench.Bot.Storage.CountNoticesAsync(default).AsTask().GetAwaiter().GetResult() is { Pending: 0, Sending: 0 }, "nothing to be left");
        Assert.Single(In(ann.Private));
    }

    [Fact]
    public async Task Who_blocks_the_bot_is_tried_once_and_gets_what_is_due_when_they_come_back()
    {
        await using var bench = await OpenAsync(now => [.. Enumerable.Range(0, 10).Select(i => Event($"e{i}", now.AddDays(2).AddMinutes(i)))], Woken);
        var ann = await bench.PersonAsync("Ann");
        await bench.SubscribeAsync(ann, Leads.Day);
        bench.Bot.Server.Faults.Order(Fault.Forbidden() with { Method = "sendMessage", ChatId = ann.Id, Times = null });
        var before = bench.Bot.Server.Calls.Of("sendMessage").Count;
        bench.Clock.Forward(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(10));
        await Bench.UntilAsync(() => bench.Bot.Storage.CountNoticesAsync(default).AsTask().GetAwaiter().GetResult() is { Held: 10, Sending: 0 }, "the chat to be suspended");
        Assert.InRange(bench.Bot.Server.Calls.Of("sendMessage").Count - before, 1, 3);
        bench.Bot.Server.Faults.Clear();
        ann.Say("I am back");
        await bench.UntilAsync(ann.Private, 10);
        Assert.All(Enumerable.Range(0, 10), i => Assert.Single(In(ann.Private), l => l.Text.Contains($"<e{i}>", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_unblocks_the_bot_gets_what_came_due_meanwhile_without_saying_a_word()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2)), Event("two", now.AddDays(3)), Event("far", now.AddDays(9))], Woken);
        var ann = await bench.PersonAsync("Ann");
        await bench.SubscribeAsync(ann, Leads.Day);
        ann.Block();
        await Bench.UntilAsync(() => bench.Bot.Storage.GetChatAsync(ann.Id, default).AsTask().GetAwaiter().GetResult().OffSince is not null, "the block to be noticed");
        var calls = bench.Bot.Server.Calls.Of("sendMessage").Count;
        bench.Clock.Forward(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        await Bench.UntilAsync(() => bench.Bot.Storage.CountNoticesAsync(default).AsTask().GetAwaiter().GetResult() is { Held: 2, Pending: 0, Sending: 0 }, "both to be held");
        Assert.Equal(calls, bench.Bot.Server.Calls.Of("sendMessage").Count);
        ann.Unblock();
        // The first event has begun meanwhile; the second is still to come.
        var lines = (await bench.UntilAsync(ann.Private, 2)).Select(l => l.Text).ToList();
        Assert.Single(lines, l => l.StartsWith("While I could not write to you, this passed: Event <one>", StringComparison.Ordinal));
        Assert.Single(lines, l => l.StartsWith("🔔 Tomorrow: Event <two>", StringComparison.Ordinal));
        await Bench.UntilAsync(() => bench.Bot.Storage.CountNoticesAsync(default).AsTask().GetAwaiter().GetResult() is { Held: 0, Sent: 2 }, "the note");
    }

    [Fact]
    public async Task A_cancelled_event_is_told_once_and_reminded_of_no_more()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2)), Event("two", now.AddDays(2))]);
        var ann = await bench.PersonAsync("Ann");
        await bench.SubscribeAsync(ann, Leads.Day | Leads.Start);
        var at = bench.Clock.GetUtcNow().AddDays(2);
        bench.Facts.Swap(Event("one", at, EventStatus.Cancelled), Event("two", at.AddDays(5)));
        var told = (await bench.UntilAsync(ann.Private, 2)).Select(l => l.Text).ToList();
        Assert.Single(told, t => t.StartsWith("❌ Called off: Event <one>\nWhen: ", StringComparison.Ordinal));
        // Told of once, also after a restart with the same facts.
        await bench.Bot.StopAsync();
        await bench.Bot.StartAsync();
        bench.Clock.Forward(TimeSpan.FromDays(3));
        bench.Clock.Forward(TimeSpan.FromDays(3));
        Assert.StartsWith("🔔 Tomorrow: Event <two>", (await bench.UntilAsync(ann.Private, 3))[2].Text, StringComparison.Ordinal);
        Assert.Single(In(ann.Private), l => l.Text.Contains("<one>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_that_migrates_keeps_its_subscriptions_and_gets_its_reminder_once()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2)), Event("two", now.AddDays(3))]);
        var ann = await bench.PersonAsync("Ann");
        var group = bench.Bot.Server.People.NewGroup("Us", ann);
        group.AddBot(ann);
        await bench.SubscribeAsync(new Destination(group.Id), Leads.Day);
        // The bot learns of it from the refusal of its own message.
        bench.Bot.Server.Faults.Order(Fault.NoUpdatesFor(TimeSpan.FromSeconds(2)));
        var super = group.Migrate(ann);
        bench.Clock.Forward(TimeSpan.FromDays(1));
        Assert.Contains("<one>", Assert.Single(await bench.UntilAsync(super, 1)).Text, StringComparison.Ordinal);
        Assert.Equal(super.Id, Assert.Single(await bench.Bot.Storage.SubscriptionsOfAsync(super.Id, default)).To.Chat);
        bench.Clock.Forward(TimeSpan.FromDays(1));
        Assert.Contains("<two>", (await bench.UntilAsync(super, 2))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_kept_with_the_reason()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2))]);
        var ann = await bench.PersonAsync("Ann");
        var forum = bench.Bot.Server.People.NewSupergroup("Us", ann, isForum: true);
        forum.AddBot(ann);
        var topic = forum.OpenTopic("Events", ann);
        await bench.SubscribeAsync(new Destination(forum.Id, topic), Leads.Day);
        forum.DeleteTopic(topic);
        bench.Clock.Forward(TimeSpan.FromDays(1));
        await Bench.UntilAsync(() => bench.Bot.Storage.CountNoticesAsync(default).AsTask().GetAwaiter().GetResult().Failed == 1, "the failure");
        var failure = Assert.Single(await bench.Bot.Storage.FailuresAsync(forum.Id, 5, default));
        Assert.Equal(("one", "400 Bad Request: message thread not found"), (failure.Event, failure.Why));
    }

    [Fact]
    public async Task Through_429s_5xxs_and_cut_connections_every_reminder_arrives_and_no_limit_is_passed()
    {
        await using var bench = await OpenAsync(
            now => [.. Enumerable.Range(0, 3).Select(i => Event($"e{i}", now.AddDays(2).AddSeconds(i)))],
            new() { Pace = new PaceSettings(30, 1, 20), ServerPace = new PaceOptions() },
            standsStill: true);
        var people = await bench.PeopleAsync(20);
        foreach (var person in people) await bench.SubscribeAsync(person, Leads.Day);
        var faults = bench.Bot.Server.Faults;
        faults.Order(Fault.TooMany(1) with { Method = "sendMessage", Contains = "🔔", Times = 12 });
        faults.Order(Fault.Page(503) with { Method = "sendMessage", Contains = "🔔", Times = 6, After = 8 });
        faults.Order(Fault.CutBefore() with { Method = "sendMessage", Contains = "🔔", Times = 4, After = 16 });
        faults.Order(Fault.CutAfter() with { Method = "sendMessage", Contains = "🔔", Times = 2, After = 24 });
        var ordered = bench.Bot.Server.Calls.Of("sendMessage").Count(c => c.Status == 429);
        bench.Clock.Forward(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(3));
        await bench.LetPassUntilAsync(() => bench.Figures.Sent == 60, "all of them");
        Assert.All(people, p => Assert.All(Enumerable.Range(0, 3), i => Assert.Contains(In(p.Private), l => l.Text.Contains($"<e{i}>", StringComparison.Ordinal))));
        // Those on order and not one of the server's own.
        Assert.Equal(12, bench.Bot.Server.Calls.Of("sendMessage").Count(c => c.Status == 429) - ordered);
        // A message whose outcome nobody knows is sent again: no more repeats than those.
        Assert.InRange(people.Sum(p => In(p.Private).Count) - 60, 0, (int)bench.Bot.Figures.PossibleRepeats);
    }

    [Fact]
    public async Task Stopped_before_it_ever_reached_the_server_it_ends_in_order_and_sends_what_was_due_after_the_next_start()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2))]);
        var ann = await bench.PersonAsync("Ann");
        await bench.SubscribeAsync(ann, Leads.Day);
        await bench.Bot.StopAsync();
        bench.Clock.Forward(TimeSpan.FromDays(1));
        bench.Bot.Server.Faults.Order(Fault.Page(503) with { Times = null });
        var calls = bench.Bot.Server.Calls.Of("sendMessage").Count;
        await bench.Bot.StartAsync();
        await Bench.UntilAsync(() => bench.Bot.Server.Calls.Of("sendMessage").Count > calls, "the first try");
        var began = TimeProvider.System.GetTimestamp();
        await bench.Bot.StopAsync();
        // By itself, long before the host gives it up.
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, Bench.ShutdownTimeout / 2);
        bench.Bot.Server.Faults.Clear();
        await bench.Bot.StartAsync();
        Assert.StartsWith("🔔 Tomorrow: Event <one>", Assert.Single(await bench.UntilAsync(ann.Private, 1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_asks_overtakes_what_is_queued()
    {
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2))], new() { Pace = new PaceSettings(5, 0, 0) }, standsStill: true);
        var people = await bench.PeopleAsync(25);
        foreach (var person in people) await bench.SubscribeAsync(person, Leads.Day);
        bench.Clock.Forward(TimeSpan.FromDays(1));
        await Bench.UntilAsync(() => bench.Figures.Sent == 5 && bench.Bot.Queue is { UnderWay: 0, Waiting: 20 }, "as many as the pace lets go at once");
        people[0].Say("what now?");
        await Bench.UntilAsync(() => bench.Bot.Queue.Waiting == 21, "the answer to wait for the pace");
        await bench.LetPassUntilAsync(() => people[0].Private.FromBot.Any(l => l.Text == "echo what now?"), "the answer");
        Assert.InRange(people.Count(p => In(p.Private).Count > 0), 1, 12);
        await bench.LetPassUntilAsync(() => bench.Figures.Sent == 25, "all the reminders");
    }

    [Fact]
    public async Task Health_shows_the_oldest_reminder_due_and_how_late_one_may_be()
    {
        var health = Ports.Free();
        await using var bench = await OpenAsync(now => [Event("one", now.AddDays(2))], new() { HealthUrl = health });
        var ann = await bench.PersonAsync("Ann");
        await bench.SubscribeAsync(ann, Leads.Day);
        using var client = new HttpClient();
        // With a clock put forward by a day, the last poll was a day ago: 503, and the figures all the same.
        async Task<JsonElement> HealthAsync() => await (await client.GetAsync(new Uri(health, "health"))).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(JsonValueKind.Null, (await HealthAsync()).GetProperty("oldestDueNotice").ValueKind);
        // It waits for as long as it takes to be seen.
        bench.Bot.Server.Faults.Order(Fault.TooMany(3_600) with { Method = "sendMessage" });
        var due = bench.Clock.GetUtcNow().AddDays(1);
        bench.Clock.Forward(TimeSpan.FromDays(1));
        JsonElement told = default;
        await Bench.UntilAsync(() => (told = HealthAsync().GetAwaiter().GetResult()).GetProperty("oldestDueNotice").ValueKind == JsonValueKind.String, "the due notice");
        Assert.InRange(told.GetProperty("oldestDueNotice").GetDateTimeOffset(), due.AddMinutes(-5), due);
        Assert.Equal(60, told.GetProperty("noticesMayBeLateSeconds").GetInt32());
        await Bench.UntilAsync(() => bench.Bot.Queue is { UnderWay: 0, Waiting: 1 }, "the refusal");
        bench.Clock.Forward(TimeSpan.FromHours(1));
        await bench.UntilAsync(ann.Private, 1);
    }

    [Fact]
    public async Task Facts_changed_on_disk_are_in_force_at_once_and_broken_ones_never_with_a_word_to_the_admins()
    {
        var directory = Directory.CreateTempSubdirectory("cica-facts-").FullName;
        foreach (var file in Directory.EnumerateFiles(Facts.Directory, "*.yaml", SearchOption.AllDirectories))
        {
            var to = Path.Combine(directory, Path.GetRelativePath(Facts.Directory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        var today = new DateOnly(2026, 11, 1);
        var engine = new EngineHolder(KnowledgeLoader.Load(directory, today).Snapshot!, DataVersion.Of(directory));
        var options = new BenchOptions { DataPath = directory, Engine = engine };
        await using (var bench = await Bench.OpenAsync(options, start: false))
        {
            var ann = bench.Server.People.NewPerson("Ann");
            options.Admins.Add(ann.Id);
            await bench.StartAsync();
            ann.Say("hello");
            await ann.Private.NextFromBotAsync();
            var version = engine.DataVersion;
            var events = await File.ReadAllTextAsync(Path.Combine(directory, "events.yaml"));
            var last = ann.Private.FromBot[^1].MessageId;
            Replace(Path.Combine(directory, "events.yaml"), events.Replace("start: 2027-09\n", "start: 2027-19\n", StringComparison.Ordinal));
            var word = (await ann.Private.NextFromBotAsync(last)).Text;
            Assert.Contains("events.yaml:", word, StringComparison.Ordinal);
            Assert.Contains("2027-19", word, StringComparison.Ordinal);
            Assert.Single(bench.Log.Of(301));
            Assert.Equal(version, engine.DataVersion);
            Replace(Path.Combine(directory, "events.yaml"), events.Replace("start: 2027-09\n", "start: 2027-10\n", StringComparison.Ordinal));
            await Bench.UntilAsync(() => engine.DataVersion != version, "the new facts");
            Assert.Equal("2027-10", engine.Knowledge.Events.Single(e => e.Id == "event-informal-2027").Start.ToString());
        }
        Directory.Delete(directory, recursive: true);
    }

    // In one go, as an editor does it that writes beside and renames: on a busy machine a file that is being written would be read half.
    private static void Replace(string path, string text)
    {
        var beside = Path.GetTempFileName();
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }
}

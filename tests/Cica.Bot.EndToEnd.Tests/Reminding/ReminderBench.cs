using System.Globalization;
using Cica.Bot.EndToEnd.Tests.Support;
using Cica.Bot.Reminders;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;
using Cica.Playground;
using Cica.Playground.People;
using Cica.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Place = Cica.Playground.People.Place;

namespace Cica.Bot.EndToEnd.Tests.Reminding;

/// <summary>The bot with events made for the test, and a clock that is put forward.</summary>
internal sealed class ReminderBench : IAsyncDisposable
{
    // No midnight is near, at which "tomorrow" would become "today".
    private static readonly DateTimeOffset Morning = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly DateTimeOffset start;

    private ReminderBench(Bench bench, AdjustableClock clock, MadeFacts facts, DateTimeOffset start) => (Bot, Clock, Facts, this.start) = (bench, clock, facts, start);

    public Bench Bot { get; }

    public AdjustableClock Clock { get; }

    public MadeFacts Facts { get; }

    public ReminderFigures Figures => Bot.Services.GetRequiredService<ReminderFigures>();

    /// <summary>Opens it; the events are given by their id and when they start, seen from now. The clock runs, or stands still but for what it is put forward.</summary>
    public static async Task<ReminderBench> OpenAsync(Func<DateTimeOffset, EventEntry[]> events, BenchOptions? options = null, bool standsStill = false)
    {
        // It takes its time the first time: that must not pass on the clock of the test.
        await Support.Facts.ReadyAsync();
        var machine = new ShiftedTime(Morning);
        if (standsStill) machine.Stop();
        var clock = new AdjustableClock(machine);
        var start = clock.GetUtcNow();
        var facts = new MadeFacts(events(start));
        return new(await Bench.OpenAsync((options ?? new()) with { Clock = clock, Reminders = facts }), clock, facts, start);
    }

    /// <summary>Puts the clock forward until this long has passed since the events were made, however long the test has taken so far.</summary>
    public void ForwardTo(TimeSpan passed) => Clock.Forward(start + passed - Clock.GetUtcNow());

    /// <summary>Waits with a clock that stands still, and passes only while no call is on its way.</summary>
    public Task LetPassUntilAsync(Func<bool> condition, string what) => Bot.LetPassUntilAsync(condition, what, Clock.Forward);

    public static EventEntry Event(string id, DateTimeOffset at, EventStatus status = EventStatus.Planned) => new()
    {
        Id = id,
        Kind = EventKind.Summit,
        Title = new Localized(new Dictionary<string, string> { ["en"] = $"Event <{id}>", ["ru"] = $"Событие <{id}>" }),
        Start = PartialDate.Of(DateOnly.FromDateTime(at.UtcDateTime)),
        StartsAt = at,
        Zone = "Asia/Almaty",
        Status = status,
        Sources = [new Citation(new Source("s", "A title", "A publisher", null, null, false, new Uri("https://example.org/"), "en", default), null)],
        Place = default,
    };

    /// <summary>Somebody who has started the bot.</summary>
    public async Task<Person> PersonAsync(string name)
    {
        var person = Bot.Server.People.NewPerson(name);
        person.Say("hello");
        await person.Private.NextFromBotAsync();
        return person;
    }

    /// <summary>As many of them, with a clock that stands still.</summary>
    public async Task<Person[]> PeopleAsync(int count)
    {
        var coming = Task.WhenAll(Enumerable.Range(0, count).Select(i => PersonAsync($"Person {i}")));
        await LetPassUntilAsync(() => coming.IsCompleted, "them all");
        return await coming;
    }

    public ValueTask<PlanReport> SubscribeAsync(Person person, Leads leads, Target? target = null) => SubscribeAsync(new Destination(person.Id), leads, target);

    public async ValueTask<PlanReport> SubscribeAsync(Destination to, Leads leads, Target? target = null)
    {
        await Bot.Storage.SubscribeAsync(
            new Subscription(IdOf(to), to, target ?? Target.All, leads) { By = 1, Language = "en", Since = Clock.GetUtcNow() }, default);
        return await PlanAsync(to);
    }

    public ValueTask<PlanReport> PlanAsync(Destination to) => Bot.Services.GetRequiredService<IReminderPlanner>().PlanAsync(to, default);

    public static string IdOf(Destination to) => Math.Abs(to.Chat).ToString("x12", CultureInfo.InvariantCulture)[^12..];

    /// <summary>The reminders in a chat.</summary>
    public static IReadOnlyList<Line> In(Place place) => [.. place.FromBot.Where(l => !l.Text.StartsWith("echo ", StringComparison.Ordinal))];

    public async Task<IReadOnlyList<Line>> UntilAsync(Place place, int count)
    {
        try
        {
            await Bench.UntilAsync(() => In(place).Count >= count, $"{count} reminders");
        }
        catch (TimeoutException late)
        {
            var told = Bot.Log.Lines.Where(l => l.Level >= LogLevel.Information).TakeLast(40).Select(l => $"{l.Level}: {l.Text}");
            throw new TimeoutException($"{late.Message} There are {In(place).Count}, and {await Bot.Storage.CountNoticesAsync(default)}.\n{string.Join('\n', told)}", late);
        }
        return In(place);
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}

/// <summary>The real facts with other events.</summary>
internal sealed class MadeFacts(params EventEntry[] events) : IReminderFacts
{
    public event Action? Swapped;

    public KnowledgeSnapshot Knowledge => Support.Facts.Engine.Knowledge;

    public IReadOnlyList<EventEntry> Events { get; private set; } = events;

    public string Describe(Citation citation, string language) => Support.Facts.Engine.Describe(citation, language);

    public void Swap(params EventEntry[] next)
    {
        Events = next;
        Swapped?.Invoke();
    }
}

using System.Globalization;
using Cica.Bot.EndToEnd.Tests.Support;
using Cica.Bot.Reminders;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;
using Cica.Playground;
using Cica.Playground.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Place = Cica.Playground.People.Place;

namespace Cica.Bot.EndToEnd.Tests.Reminding;

/// <summary>The bot with events made for the test, and a clock that is put forward.</summary>
internal sealed class ReminderBench : IAsyncDisposable
{
    private ReminderBench(Bench bench, AdjustableClock clock, MadeFacts facts) => (Bot, Clock, Facts) = (bench, clock, facts);

    public Bench Bot { get; }

    public AdjustableClock Clock { get; }

    public MadeFacts Facts { get; }

    public ReminderFigures Figures => Bot.Services.GetRequiredService<ReminderFigures>();

    /// <summary>Opens it; the events are given by their id and when they start, seen from now.</summary>
    public static async Task<ReminderBench> OpenAsync(Func<DateTimeOffset, EventEntry[]> events, BenchOptions? options = null)
    {
        // It takes its time the first time: that must not pass on the clock of the test.
        await Support.Facts.ReadyAsync();
        var clock = new AdjustableClock();
        var facts = new MadeFacts(events(clock.GetUtcNow()));
        return new(await Bench.OpenAsync((options ?? new()) with { Clock = clock, Reminders = facts }), clock, facts);
    }

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

using Cica.Bot.Reading;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Model;
using NodaTime;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Bot.Reminders.Dispatching;

/// <summary>The words of a reminder.</summary>
internal sealed class NoticeText(IReminderFacts facts, ZoneFinder zones)
{
    // A message with more is no line any more.
    private const int MostPast = 12;
    private const int MostSources = 2;

    /// <summary>A reminder of an event to come.</summary>
    public IReadOnlyList<TextLine> OfReminder(NoticeKind kind, Occurrence occurrence, Letter letter)
    {
        var words = UiTexts.In(facts.Knowledge, letter.Language);
        var entry = occurrence.Event;
        var lines = new List<TextLine>
        {
            new(kind == NoticeKind.Period
                ? words.Fill(occurrence.Start.Precision == DatePrecision.Year ? "reminder.this-year" : "reminder.this-month", ("event", entry.Title[words.Code]))
                : words.Fill(Countdown.Key(occurrence, letter), ("event", entry.Title[words.Code]), ("count", Countdown.Count(occurrence, letter, words)))),
            When("reminder.when", occurrence.Start, occurrence.StartsAt, entry.Yearly ? null : entry.Until, letter, words),
        };
        if (kind == NoticeKind.Period) lines.Add(new TextLine(words["reminder.no-day"]));
        lines.AddRange(About(entry, words));
        return [.. lines, .. Manners(letter, words)];
    }

    /// <summary>A word that an event is new, or has changed.</summary>
    public IReadOnlyList<TextLine> OfChange(string title, EventChange change, EventEntry? entry, Letter letter)
    {
        var words = UiTexts.In(facts.Knowledge, letter.Language);
        var lines = new List<TextLine> { new(words.Fill("reminder.change." + change.Kind.ToString().ToLowerInvariant(), ("event", entry?.Title[words.Code] ?? title))) };
        var isNew = change.Old is null || change.Kind is ChangeKind.Confirmed or ChangeKind.Cancelled or ChangeKind.Removed || change.Old.Start == change.New.Start && change.Old.StartsAt == change.New.StartsAt;
        if (!isNew) lines.Add(When("reminder.before", change.Old!.Start, At(change.Old), null, letter, words));
        lines.Add(When(isNew ? "reminder.when" : "reminder.now-on", change.New.Start, At(change.New), null, letter, words));
        if (entry is not null) lines.AddRange(About(entry, words));
        return [.. lines, .. Manners(letter, words)];
    }

    /// <summary>One line for all that has passed while nothing could be sent.</summary>
    public IReadOnlyList<TextLine> OfPast(IReadOnlyList<Occurrence> passed, Letter letter)
    {
        var words = UiTexts.In(facts.Knowledge, letter.Language);
        var names = passed.Take(MostPast).Select(o => words.Fill("reminder.passed-one", ("event", o.Event.Title[words.Code]), ("when", words.Dates.Plain(o.Start)))).ToList();
        if (passed.Count > MostPast) names.Add("…");
        return [new TextLine(words.Fill("reminder.passed", ("events", string.Join("; ", names))))];
    }

    /// <summary>A button for each subscription it comes from, to end it.</summary>
    public InlineKeyboardMarkup? Keyboard(IReadOnlyList<Subscription> from, Letter letter)
    {
        var words = UiTexts.In(facts.Knowledge, letter.Language);
        var buttons = from.Where(s => s.Id.Length == ButtonData.SubscriptionLetters).Select(s => InlineKeyboardButton.WithCallbackData(
            from.Count == 1 ? words["reminder.unsubscribe"] : words.Fill("reminder.unsubscribe-from", ("target", TargetName(s.Target, words))),
            new ButtonData(ButtonKind.Unsubscribe, words.Code, Rest: s.Id).ToString())).ToList();
        return buttons.Count == 0 ? null : new InlineKeyboardMarkup(buttons.Select(b => new[] { b }));
    }

    private string TargetName(Target target, UiTexts words)
    {
        if (target.Event is not { } id) return words["remind.target." + target.Text];
        var title = facts.Events.FirstOrDefault(e => e.Id == id)?.Title[words.Code] ?? id;
        return title.Length <= 40 ? title : title[..39] + "…";
    }

    private static Instant? At(EventDate date) => date.StartsAt is { } at ? Instant.FromDateTimeOffset(at) : null;

    private TextLine When(string key, PartialDate start, Instant? at, PartialDate? until, Letter letter, UiTexts words)
    {
        if (at is not { } instant)
        {
            var date = words.Dates.Plain(start);
            if (until is { Precision: DatePrecision.Day } after && start.Precision == DatePrecision.Day && after.First > start.First.AddDays(1))
                date += " – " + words.Dates.Plain(PartialDate.Of(after.First.AddDays(-1)));
            return new TextLine(words.Fill(key, ("when", date)));
        }
        // Around the moment stand the words; the moment itself is an entity, so that each reader sees their own time.
        var parts = words[key].Split("{when}");
        return new TextLine([new Run(parts[0]), new Run(Moment(instant, letter, words)) { At = instant.ToDateTimeOffset() }, new Run(parts.Length > 1 ? parts[1] : "")]);
    }

    /// <summary>A moment in the reader's zone, with the zone said.</summary>
    public string Moment(Instant at, Letter letter, UiTexts words)
    {
        var local = at.InZone(letter.Zone).LocalDateTime;
        var zone = letter.HasZone ? zones.Name(letter.Zone.Id, words.Code) : "UTC";
        return FormattableString.Invariant($"{words.Dates.Plain(PartialDate.Of(local.Date.ToDateOnly()))}, {local.Hour:00}:{local.Minute:00} ({zone})");
    }

    private IEnumerable<TextLine> About(EventEntry entry, UiTexts words)
    {
        if (entry.Where is { } where) yield return new TextLine(words.Fill("reminder.where", ("place", where.NameIn(words.Code))));
        if (entry.Firmness is { } firmness && !entry.Yearly) yield return new TextLine(firmness[words.Code]);
        var sources = entry.Sources.Take(MostSources).ToList();
        yield return new TextLine(AnswerText.Linked(
            words.Fill("source.line", ("sources", string.Join("; ", sources.Select(s => facts.Describe(s, words.Code))))), sources.Select(s => (s.Source.Title, s.Source.Url))));
    }

    private static IEnumerable<TextLine> Manners(Letter letter, UiTexts words)
    {
        if (letter.IsLate) yield return new TextLine(words["reminder.late"]);
        if (letter.MayRepeat) yield return new TextLine(words["reminder.may-repeat"]);
    }
}

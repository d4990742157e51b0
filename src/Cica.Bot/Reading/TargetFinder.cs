using Cica.Bot.Reminders;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Reading;

/// <summary>What somebody's words name of what one can be reminded of.</summary>
/// <param name="Target">What they name; null where that is nothing, or several things.</param>
/// <param name="Near">The events that come near, the likeliest first.</param>
internal sealed record TargetReading(Target? Target, IReadOnlyList<EventEntry> Near);

/// <summary>From words to what one can be reminded of: "all", a kind, an event by its id or by words of its title, in any shipped language.</summary>
internal static class TargetFinder
{
    private const int MostNear = 4;
    private const int MostSlips = 3;
    private const int LeastWord = 3;

    // Every title may have them.
    private static readonly HashSet<string> Common = new(["cica", "свмда", "of", "the", "in", "on", "and", "в", "на", "и", "о"], StringComparer.Ordinal);

    /// <summary>Reads the words. What is still to come goes before what is over.</summary>
    public static TargetReading Find(string text, KnowledgeSnapshot knowledge, DateOnly today)
    {
        var folded = PlainWords.Fold(text);
        if (folded.Length == 0)
            return new(null, []);
        if (Vocabulary.Target(text, knowledge) is { } known)
            return new(known, []);
        var id = folded.Replace(' ', '-');
        if ((knowledge.Events.FirstOrDefault(e => e.Id == id) ?? Single(knowledge.Events.Where(e => ShortId(e) == id))) is { } byId)
            return new(Target.Of(byId.Id), []);
        var byTitle = knowledge.Events.Where(e => Titles(e).Any(t => PlainWords.Fold(t) == folded)).ToArray();
        if (byTitle.Length == 0)
        {
            var wanted = Stems(folded);
            byTitle = [.. knowledge.Events.Where(e => wanted.Length > 0 && Titles(e).Any(t => IsPartOf(wanted, Stems(PlainWords.Fold(t)))))];
        }
        var ahead = byTitle.Where(e => e.IsAhead(today)).ToArray();
        if ((Single(byTitle) ?? Single(ahead)) is { } named)
            return new(Target.Of(named.Id), []);
        return new(null, [.. (byTitle.Length > 0 ? InOrder(byTitle, today) : Near(id, folded, knowledge, today)).Take(MostNear)]);
    }

    private static IEnumerable<EventEntry> Near(string id, string folded, KnowledgeSnapshot knowledge, DateOnly today)
    {
        var wanted = Stems(folded);
        return InOrder(knowledge.Events, today)
            .Select(e => (Event: e,
                Slips: Math.Min(Spelling.Distance(id, e.Id, MostSlips), Spelling.Distance(id, ShortId(e), MostSlips)),
                Shared: Titles(e).Max(t => Stems(PlainWords.Fold(t)).Count(wanted.Contains))))
            .Where(e => e.Slips <= MostSlips || e.Shared > 0)
            .OrderByDescending(e => e.Shared - (e.Slips <= MostSlips ? e.Slips - 4 : 0))
            .Select(e => e.Event);
    }

    private static IEnumerable<EventEntry> InOrder(IEnumerable<EventEntry> events, DateOnly today) =>
        events.OrderByDescending(e => e.IsAhead(today)).ThenByDescending(e => e.IsOpen).ThenBy(e => Math.Abs(e.NextFrom(today).First.DayNumber - today.DayNumber));

    // "event-summit-7" is also "summit-7", "anniversary-cica-day" "cica-day".
    private static string ShortId(EventEntry entry) => entry.Id[(entry.Id.IndexOf('-', StringComparison.Ordinal) + 1)..];

    private static IEnumerable<string> Titles(EventEntry entry) => entry.Title.Languages.Select(l => entry.Title[l]);

    private static EventEntry? Single(IEnumerable<EventEntry> events) => events.Take(2).ToArray() is [var only] ? only : null;

    // Each as often as it is wanted: "CICA Day day" is no title.
    private static bool IsPartOf(string[] wanted, string[] title) => wanted.CountBy(w => w).All(w => title.Count(t => t == w.Key) >= w.Value);

    private static string[] Stems(string folded) =>
        [.. folded.Split(' ').Where(w => !Common.Contains(w) && (w.Length >= LeastWord || char.IsDigit(w[0]))).Select(PlainWords.Stem)];
}

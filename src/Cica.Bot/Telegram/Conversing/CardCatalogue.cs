using Cica.Answers;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>The catalogue over the facts in force; made once for each set of facts.</summary>
internal sealed class CardCatalogues
{
    private volatile CardCatalogue? latest;

    /// <summary>The catalogue of an engine's facts.</summary>
    public CardCatalogue For(AnswerEngine engine)
    {
        var known = latest;
        if (known?.Knowledge != engine.Knowledge)
            latest = known = new CardCatalogue(engine.Knowledge);
        return known;
    }
}

/// <summary>
/// The questions that inline cards can be made of, found by the beginnings of their words: names ("китай", "astana st") and what
/// is often asked. What a question is answered with is the engine's affair.
/// </summary>
internal sealed class CardCatalogue
{
    // Ends of words change in Russian, so a longer word need not match to its last letters.
    private const int MostEnding = 2;
    private const int LeastStem = 4;

    // A name (0.5) of which the query is the beginning (0.8) or all (1), by as many words (0.5).
    private const double NameAlone = 1.8;
    private const int MostLeading = 3;

    private static readonly string[] Useful =
    [
        "suggest.chair", "suggest.next-summit", "suggest.how-many-members", "suggest.last-summit", "suggest.members", "suggest.observers", "suggest.upcoming",
        "suggest.last-joined", "suggest.cica-day", "suggest.seat", "suggest.heads", "suggest.what-cbm", "suggest.areas", "suggest.chairs", "suggest.summits", "suggest.dimensions", "suggest.first-summit",
    ];

    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    private readonly Dictionary<string, List<Entry>> byLanguage;

    /// <summary>Makes the catalogue of these facts.</summary>
    public CardCatalogue(KnowledgeSnapshot knowledge)
    {
        Knowledge = knowledge;
        byLanguage = knowledge.Languages.ToDictionary(l => l.Code, l => Entries(new UiTexts(l)).ToList(), StringComparer.Ordinal);
    }

    /// <summary>The facts it was made of.</summary>
    public KnowledgeSnapshot Knowledge { get; }

    /// <summary>
    /// The questions for a query, best first; for an empty one the most useful of the day. A query that is nothing but a name asks
    /// nothing: the questions on what bears that name then come before whatever else might be read into it.
    /// </summary>
    public Found Find(string query, string language, DateOnly today)
    {
        var wanted = Words(query);
        if (wanted.Length == 0)
            return new(query.Trim().Length == 0 ? OfTheDay(language, today) : [], 0);
        var found = byLanguage[language].Select((entry, order) => (entry.Question, Score: entry.Score(wanted), order)).Where(e => e.Score > 0)
            .OrderByDescending(e => e.Score).ThenBy(e => e.order).DistinctBy(e => e.Question, StringComparer.Ordinal).ToArray();
        return new([.. found.Select(e => e.Question)], Math.Min(MostLeading, found.Count(e => e.Score >= NameAlone)));
    }

    // When something is near, what comes next is what people want to know.
    private List<string> OfTheDay(string language, DateOnly today)
    {
        var words = UiTexts.In(Knowledge, language);
        var near = Knowledge.Events.Any(e => e.Start.Precision == DatePrecision.Day && e.NextFrom(today).First is var start && start >= today && start.DayNumber - today.DayNumber <= Soon.Days);
        return [.. (near ? Useful.Prepend("suggest.upcoming").Distinct() : Useful).Select(key => words[key])];
    }

    private IEnumerable<Entry> Entries(UiTexts words)
    {
        foreach (var key in Useful)
            yield return new Entry(words[key], [Words(words[key])], IsName: false);
        foreach (var entity in Knowledge.Entities.Values.Where(e => !e.NameOnly).OrderBy(e => e.Kind).ThenBy(e => e.Number).ThenBy(e => e.Id, StringComparer.Ordinal))
        {
            var names = entity.Names.Values.SelectMany(n => n.Aliases.Append(n.Name)).Select(Words).Where(n => n.Length > 0).ToArray();
            foreach (var question in Questions(entity, words))
                yield return new Entry(question, names, IsName: true);
        }
        foreach (var article in Knowledge.Articles)
        {
            if (article.Questions.TryGetValue(words.Code, out var questions))
            {
                // The first says it best; the others help to find it.
                foreach (var question in questions.Take(1))
                    yield return new Entry(question, [.. questions.Select(Words), Words(article.Title[words.Code])], IsName: false);
            }
        }
    }

    private IEnumerable<string> Questions(Entity entity, UiTexts words) => Templates(entity)
        .Where(words.Has)
        .Select(key => words.Fill(key, ("name", entity.NameIn(words.Code)), ("of-name", entity.Form(words.Code, 0))));

    private IEnumerable<string> Templates(Entity entity) => entity.Kind switch
    {
        EntityKind.State when Knowledge.WithValue("chair", entity.Id).Length > 0 => ["card.state.member", "card.state.joined", "card.state.chaired"],
        EntityKind.State => ["card.state.member", "card.state.joined"],
        EntityKind.Meeting when entity.Series is "summit" or "ministerial" => ["card.meeting", "card.meeting.adopted"],
        EntityKind.Meeting => ["card.meeting"],
        EntityKind.Document => ["card.thing", "card.document.adopted"],
        EntityKind.Body => ["card.thing", "card.body.founded"],
        EntityKind.Organ or EntityKind.Dimension => ["card.thing"],
        EntityKind.Topic => ["card.topic"],
        EntityKind.Person => ["card.person"],
        EntityKind.Area => ["card.area"],
        EntityKind.ExternalOrganisation => ["card.organisation"],
        EntityKind.Place => ["card.place"],
        _ => [],
    };

    private static string[] Words(string text) => text.ToLowerInvariant().Replace('ё', 'е')
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(w => new string([.. w.Where(char.IsLetterOrDigit)])).Where(w => w.Length > 0).ToArray();

    /// <summary>What was found.</summary>
    /// <param name="Questions">The questions, best first.</param>
    /// <param name="OnTheName">How many of them lead, because the query is nothing but the name of what they are about.</param>
    public sealed record Found(IReadOnlyList<string> Questions, int OnTheName);

    private sealed record Entry(string Question, string[][] Phrases, bool IsName)
    {
        // All the words must be there; a name that is nothing but them is what was meant.
        public double Score(string[] wanted)
        {
            var best = 0.0;
            foreach (var phrase in Phrases)
            {
                var found = 0.0;
                foreach (var word in wanted)
                {
                    var match = phrase.Max(known => Match(word, known));
                    if (match == 0)
                    {
                        found = 0;
                        break;
                    }
                    found += match;
                }
                if (found > 0)
                    best = Math.Max(best, (found / wanted.Length) + (IsName ? 0.5 : 0) + (0.5 * wanted.Length / Math.Max(wanted.Length, phrase.Length)));
            }
            return best;
        }

        private static double Match(string word, string known)
        {
            if (known.StartsWith(word, StringComparison.Ordinal))
                return known.Length == word.Length ? 1 : 0.8;
            var stem = Math.Max(LeastStem, word.Length - MostEnding);
            return word.Length > stem && known.Length >= stem && known.Length <= word.Length + MostEnding && string.CompareOrdinal(known, 0, word, 0, stem) == 0 ? 0.6 : 0;
        }
    }
}

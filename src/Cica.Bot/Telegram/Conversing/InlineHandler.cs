using Cica.Answers;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Rendering;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.InlineQueryResults;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>
/// Answers inline queries with cards: what the engine says to the query itself first, then what it says to the questions the
/// query may be the beginning of. The empty query shows what is most useful today.
/// </summary>
internal sealed class InlineHandler(Answerer answerer, CardCatalogues catalogues, IBotIdentity self, IStorage storage, TimeProvider time)
{
    /// <summary>How long Telegram may show the same results to the same query. An answer holds for the day it was given on.</summary>
    private static readonly TimeSpan Cache = TimeSpan.FromMinutes(5);

    /// <summary>Answers a query.</summary>
    public async ValueTask<IReadOnlyList<Reply>> AnswerAsync(InlineQuery query, CancellationToken cancel)
    {
        var engine = answerer.Engine;
        var chosen = (await storage.GetChatAsync(query.From.Id, cancel)).Language;
        var text = query.Query.Trim();
        var tells = Languages.SpeaksForItself(text);
        var place = new Place(query.From.Id, null, true, query.From.Id, query.From.LanguageCode, 0);
        var direct = text.Length == 0 ? null : await answerer.LookAsync(text, null, place, null, cancel);
        var language = chosen ?? (tells ? direct!.Answer.Language : UiTexts.In(engine.Knowledge, query.From.LanguageCode).Code);
        var words = UiTexts.In(engine.Knowledge, language);
        var cards = catalogues.For(engine).Find(text, language, answerer.Today());
        var (results, next) = await PageAsync(direct, cards, Offset(query.Offset), place, language, cancel);
        var left = time.GetUtcNow().UtcDateTime.Date.AddDays(1) - time.GetUtcNow().UtcDateTime;
        return
        [
            new Reply(
                new AnswerInlineQueryRequest
                {
                    InlineQueryId = query.Id,
                    Results = results,
                    NextOffset = next is { } at ? at.ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
                    CacheTime = (int)Math.Max(1, Math.Min(left.TotalSeconds, Cache.TotalSeconds)),
                    // What depends on nothing but the words is the same for everybody.
                    IsPersonal = chosen is not null || !tells,
                    Button = new InlineQueryResultsButton { Text = words[results.Count == 0 && text.Length > 0 ? "ui.inline-nothing" : "ui.inline-private"], StartParameter = StartLinks.Events },
                },
                Urgency.Query),
        ];
    }

    private async ValueTask<(List<InlineQueryResult> Results, int? Next)> PageAsync(Answered? direct, CardCatalogue.Found found, int offset, Place place, string language, CancellationToken cancel)
    {
        var results = new List<InlineQueryResult>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // Two questions may have one answer; one card will do.
        void Add(Answered turn)
        {
            if (turn.Answer.Outcome == Outcome.Answer && seen.Add(turn.Answer.Lines[0]))
                results.Add(InlineCards.Of(turn, self));
        }

        var at = offset;
        for (; at < found.Questions.Count && results.Count < InlineCards.PerPage; at++)
        {
            if (at == found.OnTheName && direct is not null)
                Add(direct);
            Add(await answerer.LookAsync(found.Questions[at], null, place, language, cancel));
        }
        if (at == found.OnTheName && at == found.Questions.Count && direct is not null)
            Add(direct);
        return (results, at < found.Questions.Count ? at : null);
    }

    private static int Offset(string? offset) =>
        int.TryParse(offset, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var at) ? Math.Min(at, 100_000) : 0;
}

using Cica.Playground.Formatting;
using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#answercallbackquery: once, in time, text of 200 characters at most.</summary>
internal sealed class AnswerCallbackQuery(World world) : Method(world)
{
    private const int MostCharacters = 200;

    protected override Answer Run(Call call)
    {
        var text = call.Text("text");
        if (text is not null && FormattedText.CountCharacters(text) > MostCharacters) throw Refusal.BadRequest("MESSAGE_TOO_LONG");
        // Only a link that starts this bot may be opened: games there are none (core.telegram.org/bots/api#answercallbackquery, url).
        if (call.Text("url") is { Length: > 0 } url && !url.Contains($"t.me/{World.Me.Username}?start=", StringComparison.OrdinalIgnoreCase)) throw Refusal.BadRequest("URL_INVALID");
        var answer = new TapAnswer(text, call.Flag("show_alert"), call.Text("url"), call.Integer("cache_time", 0, 0, 30 * 24 * 3600));
        OpenQuery? query;
        lock (World.Gate)
        {
            query = World.Queries.Claim(call.Text("callback_query_id"), QueryKind.Callback) ?? throw AnswerInlineQuery.TooOld;
            World.Changes.Raise();
        }
        query.Answer.TrySetResult(answer);
        return Answer.Yes;
    }
}

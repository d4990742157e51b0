using System.Text;
using System.Text.Json;
using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#answerinlinequery: 50 results at most, ids unique and of 64 bytes at most, next_offset of 64 bytes at most.</summary>
internal sealed class AnswerInlineQuery(World world, InlineResultReader reader) : Method(world)
{
    private const int MostResults = 50;
    private const int MostBytes = 64;

    /// <summary>Too late, never asked, or answered before (seen in the server's source: QUERY_ID_INVALID).</summary>
    public static Refusal TooOld => Refusal.BadRequest("query is too old and response timeout expired or query ID is invalid");

    protected override Answer Run(Call call)
    {
        var cacheTime = call.Integer("cache_time", 300, 0, 24 * 3600);
        var isPersonal = call.Flag("is_personal");
        var nextOffset = call.Text("next_offset") ?? "";
        var button = ReadButton(call);
        var results = ReadResults(call);
        if (Encoding.UTF8.GetByteCount(nextOffset) > MostBytes) throw Refusal.BadRequest("NEXT_OFFSET_INVALID");
        if (results.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count() < results.Count) throw Refusal.BadRequest("RESULT_ID_DUPLICATE");

        var answer = new InlineAnswer(results, cacheTime, isPersonal, nextOffset, button);
        OpenQuery? query;
        lock (World.Gate)
        {
            query = World.Queries.Claim(call.Text("inline_query_id"), QueryKind.Inline) ?? throw TooOld;
            World.Queries.Remember(query, answer);
            World.Changes.Raise();
        }
        query.Answer.TrySetResult(answer);
        return Answer.Yes;
    }

    private List<InlineResult> ReadResults(Call call)
    {
        if (call.Json("results", "can't parse JSON encoded inline query results") is not { ValueKind: not JsonValueKind.Null } json) return [];
        if (json.ValueKind != JsonValueKind.Array) throw Refusal.BadRequest("expected an Array of inline query results");
        if (json.GetArrayLength() > MostResults) throw Refusal.BadRequest("too many inline query results specified");
        var results = new List<InlineResult>();
        foreach (var item in json.EnumerateArray())
        {
            try
            {
                results.Add(reader.Read(item));
            }
            catch (Refusal inner) when (inner.Message.StartsWith("Bad Request: ", StringComparison.Ordinal) && !inner.Message.StartsWith("Bad Request: RESULT_", StringComparison.Ordinal))
            {
                throw Refusal.BadRequest("can't parse inline query result: " + inner.Message["Bad Request: ".Length..]);
            }
        }
        return results;
    }

    private static InlineButton? ReadButton(Call call)
    {
        if (call.Json("button", "can't parse inline query results button JSON object") is not { } json)
            return call.Text("switch_pm_text") is { Length: > 0 } old ? new InlineButton(old, StartParameter.Check(call.Text("switch_pm_parameter"))) : null;
        const string Prefix = "can't parse inline query results button: ";
        if (json.ValueKind != JsonValueKind.Object) throw Refusal.BadRequest(Prefix + "InlineQueryResultsButton must be an Object");
        var text = json.Text("text") ?? throw Refusal.BadRequest(Prefix + "Can't find field \"text\"");
        if (json.TryGetProperty("start_parameter", out _)) return new InlineButton(text, StartParameter.Check(json.Text("start_parameter")));
        if (json.Object("web_app") is not null) return new InlineButton(text, null);
        throw Refusal.BadRequest(Prefix + "InlineQueryResultsButton must have exactly one optional field");
    }
}

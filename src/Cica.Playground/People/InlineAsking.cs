using Cica.Playground.BotApi;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.People;

/// <summary>Inline mode from the person's side (core.telegram.org/bots/inline).</summary>
internal static class InlineAsking
{
    private const int MostQuery = 256;

    public static InlineTurn TypeInline(this PeopleSide side, Person person, Place place, string query, string offset)
    {
        var world = side.World;
        if (!world.Options.Bot.SupportsInlineQueries) throw new InvalidOperationException("This bot takes no inline queries.");
        // The app sends no more than this of what is typed (core.telegram.org/bots/api#inlinequery).
        if (query.Length > MostQuery) query = query[..MostQuery];
        InlineList List(InlineAnswer answer) => new(place, query, answer);
        lock (world.Gate)
        {
            if (world.Queries.Cached(person.Id, query, offset) is { } cached) return new InlineTurn(null, Task.FromResult<object>(cached), side.Waits.Patience, List);
            var open = world.Queries.Open(QueryKind.Inline, person.Id, query, offset);
            var type = place.Room.Kind == RoomKind.Private ? "sender" : place.Type;
            world.Updates.Add("inline_query", new WireInlineQuery(open.Id, person.User, type, query, offset), $"i{person.Id}");
            return new InlineTurn(open.Id, open.Answer.Task, side.Waits.Patience, List);
        }
    }

    public static WireMessage Choose(this PeopleSide side, Person person, InlineList list, string resultId, int? topic)
    {
        var world = side.World;
        lock (world.Gate)
        {
            var result = list.Answer.Results.FirstOrDefault(r => r.Id == resultId) ?? throw new InvalidOperationException($"There is no result \"{resultId}\".");
            // Only a message with a keyboard can be edited later, so only it gets a name (core.telegram.org/bots/api#choseninlineresult).
            var inlineId = result.Keyboard is null ? null : InlineSending.NewId(world);
            var message = side.Write(person, list.Place, result.Content, null, topic, world.Me, m => new Post(m with { ReplyMarkup = result.Keyboard }) { InlineMessageId = inlineId });
            if (inlineId is not null) world.InlineMessages[inlineId] = (list.Place.Room, message.MessageId);
            if (world.Options.Bot.InlineFeedback)
                world.Updates.Add("chosen_inline_result", new WireChosenResult(person.User, inlineId, list.Query, resultId), $"r{person.Id}");
            return message;
        }
    }
}

using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#answerguestquery: one message in answer to a mention where the bot is no member.</summary>
internal sealed class AnswerGuestQuery(World world, InlineResultReader reader) : Method(world)
{
    protected override Answer Run(Call call)
    {
        if (call.Json("result", "can't parse JSON encoded web view query results") is not { } json) throw Refusal.BadRequest("result isn't specified");
        var result = reader.Read(json);
        OpenQuery query;
        string inlineId;
        lock (World.Gate)
        {
            query = World.Queries.Claim(call.Text("guest_query_id"), QueryKind.Guest) ?? throw AnswerInlineQuery.TooOld;
            var room = query.Room!;
            var asked = room.Find(query.Message)?.Message;
            inlineId = InlineSending.NewId(World);
            var message = Contents.Write(new WireMessage(room.NextMessageId(), room.Chat, World.Now), result.Content) with
            {
                From = World.Me,
                GuestBotCallerUser = asked?.From,
                ReplyToMessage = asked is null ? null : asked with { ReplyToMessage = null },
                MessageThreadId = asked?.MessageThreadId,
                IsTopicMessage = asked?.IsTopicMessage,
                ReplyMarkup = result.Keyboard,
            };
            room.Add(new Post(message) { IsFromBot = true, InlineMessageId = inlineId });
            World.InlineMessages[inlineId] = (room, message.MessageId);
            World.Changes.Raise();
            query.Answer.TrySetResult(message);
        }
        return new(new { InlineMessageId = inlineId });
    }
}

using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi;

/// <summary>The one way a message of the bot comes into a chat, with all checks in the server's order (its source, do_send_message).</summary>
internal sealed class Sender(World world)
{
    private readonly Pacer _pacer = new(world.Options.Pace, world.Clock);

    public WireMessage Send(string? chatId, OutgoingContent content, SendOptions options)
    {
        lock (world.Gate)
        {
            var room = Access.Room(world, chatId, Right.Write);
            var topic = Access.Topic(room, options.ThreadId);
            var answered = FindAnswered(room, options.Reply);
            var quote = Quote(options.Reply, answered);
            CheckMayWrite(room, topic);
            _pacer.Count(room);

            var thread = MessageThread.Of(room, topic?.Id, answered?.Message);
            var message = Contents.Write(new WireMessage(room.NextMessageId(), room.Chat, world.Now), content) with
            {
                From = room.Kind == RoomKind.Channel ? null : world.Me,
                SenderChat = room.Kind == RoomKind.Channel ? room.Chat : null,
                MessageThreadId = thread.Id,
                IsTopicMessage = thread.IsTopic,
                // A reply inside a reply is not told (core.telegram.org/bots/api#message, reply_to_message).
                ReplyToMessage = answered is null ? null : answered.Message with { ReplyToMessage = null },
                Quote = quote,
                HasProtectedContent = options.IsProtected ? true : null,
                EffectId = options.EffectId,
                ReplyMarkup = options.Markup.Inline,
            };
            room.Add(new Post(message) { IsFromBot = true, ReplyKeyboard = options.Markup.Other, IsSilent = options.IsSilent });
            room.BotSpokeLast = true;
            room.Action = null;
            if (options.Markup.Other is { } keyboard) room.PinnedKeyboard = keyboard.Contains("remove_keyboard", StringComparison.Ordinal) ? null : keyboard;
            world.Changes.Raise();
            return message;
        }
    }

    private Post? FindAnswered(Room room, ReplyTo? reply)
    {
        if (reply is null) return null;
        var where = reply.ChatId is null ? room : Access.Room(world, reply.ChatId, Right.Read);
        var found = where.Find(reply.MessageId);
        if (found is null && !reply.MayBeMissing) throw Refusal.BadRequest("message to be replied not found");
        // A message answered in another chat is told as external_reply, which the playground leaves out.
        return where == room ? found : null;
    }

    private static WireQuote? Quote(ReplyTo? reply, Post? answered)
    {
        if (reply?.Quote is not { Length: > 0 } quote || answered is null) return null;
        var at = (answered.Message.Text ?? answered.Message.Caption ?? "").IndexOf(quote, StringComparison.Ordinal);
        return at >= 0 ? new WireQuote(quote, at, true) : throw Refusal.BadRequest("QUOTE_TEXT_INVALID");
    }

    private static void CheckMayWrite(Room room, Topic? topic)
    {
        if (room.IsBlocked) throw Refusal.Forbidden("bot was blocked by the user");
        if (room.Kind == RoomKind.Channel && !room.Bot.IsAdministrator) throw Refusal.BadRequest("need administrator rights in the channel chat");
        if (room.Bot.Status == "restricted") throw Refusal.BadRequest("not enough rights to send text messages to the chat");
        if (topic is { IsClosed: true } && !room.Bot.IsAdministrator) throw Refusal.BadRequest("TOPIC_CLOSED");
    }
}

using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>
/// Which thread a message stands in: a topic of a forum (is_topic_message), or in another supergroup the replies to one
/// message, which carry message_thread_id without being in a topic (seen in its server's source, get_forum_topic_id and
/// is_topic_message). Sending that id back is of no effect there.
/// </summary>
internal readonly record struct MessageThread(int? Id, bool? IsTopic)
{
    public static MessageThread Of(Room room, int? topic, WireMessage? answered)
    {
        if (room.Chat.IsForum is true)
        {
            var id = topic ?? (answered?.IsTopicMessage is true ? answered.MessageThreadId : null);
            return id is null ? default : new MessageThread(id, true);
        }
        return room.Kind == RoomKind.Supergroup && answered is not null ? new MessageThread(answered.MessageThreadId ?? answered.MessageId, null) : default;
    }
}

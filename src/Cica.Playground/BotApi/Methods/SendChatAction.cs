using Cica.Playground.State;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#sendchataction: shown for five seconds at most.</summary>
internal sealed class SendChatAction(World world) : Method(world)
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(5);

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "cancel", "typing", "record_video", "upload_video", "record_audio", "record_voice", "upload_audio", "upload_voice", "upload_photo",
        "upload_document", "choose_sticker", "pick_up_location", "find_location", "record_video_note", "upload_video_note",
    };

    protected override Answer Run(Call call)
    {
        var action = (call.Text("action") ?? "").ToLowerInvariant();
        if (!Known.Contains(action)) throw Refusal.BadRequest("wrong parameter action in request");
        lock (World.Gate)
        {
            var room = Access.Room(World, call.Text("chat_id"), Right.Write);
            if (room.IsBlocked) throw Refusal.Forbidden("bot was blocked by the user");
            var topic = Access.Topic(room, call.Integer("message_thread_id", 0));
            room.Action = action == "cancel" ? null : new ChatAction(action, topic?.Id, World.Clock.GetUtcNow() + Shown);
            World.Changes.Raise();
        }
        return Answer.Yes;
    }
}

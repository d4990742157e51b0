using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>
/// Which messages reach the bot, and as which update (core.telegram.org/bots/features#privacy-mode): in privacy mode those
/// meant for it. Called under <see cref="World.Gate"/>.
/// </summary>
internal sealed class Delivery(World world)
{
    public void New(Room room, WireMessage message)
    {
        if (Sees(room, message)) world.Updates.Add(room.Kind == RoomKind.Channel ? "channel_post" : "message", message, Key(room));
    }

    public void Edited(Room room, WireMessage message)
    {
        if (Sees(room, message)) world.Updates.Add(room.Kind == RoomKind.Channel ? "edited_channel_post" : "edited_message", message, Key(room));
    }

    public void Service(Room room, WireMessage message) => world.Updates.Add(room.Kind == RoomKind.Channel ? "channel_post" : "message", message, Key(room));

    /// <summary>The bot is named in the text: by @username, by a link to it, or behind a command.</summary>
    public bool Names(WireMessage message)
    {
        var at = "@" + world.Me.Username;
        var text = message.Text ?? message.Caption ?? "";
        return (message.Entities ?? message.CaptionEntities ?? []).Any(e => e.Type switch
        {
            "mention" => text.AsSpan(e.Offset, e.Length).Equals(at, StringComparison.OrdinalIgnoreCase),
            "text_mention" => e.User?.Id == world.Me.Id,
            "bot_command" => text.AsSpan(e.Offset, e.Length).EndsWith(at, StringComparison.OrdinalIgnoreCase),
            _ => false,
        });
    }

    private static string Key(Room room) => $"c{room.Id}";

    private bool Sees(Room room, WireMessage message)
    {
        if (room.Kind == RoomKind.Private) return true;
        if (!room.Bot.IsInside) return false;
        if (room.Kind == RoomKind.Channel || room.Bot.IsAdministrator || world.Options.Bot.CanReadAllGroupMessages) return true;
        return message.ViaBot?.Id == world.Me.Id
               || message.ReplyToMessage?.From?.Id == world.Me.Id
               || message.ReplyToMessage?.ViaBot?.Id == world.Me.Id
               || Names(message)
               || (room.BotSpokeLast && HasGeneralCommand(message));
    }

    // "/help" alone is meant for whoever spoke last; "/help@other" is not.
    private static bool HasGeneralCommand(WireMessage message) =>
        message.Entities?.Any(e => e is { Type: "bot_command", Offset: 0 } && !message.Text!.AsSpan(0, e.Length).Contains('@')) is true;
}

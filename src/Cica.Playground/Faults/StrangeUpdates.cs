using System.Globalization;
using System.Text;

namespace Cica.Playground.Faults;

/// <summary>Updates as a newer Bot API might send them.</summary>
internal static class StrangeUpdates
{
    public static (string Type, byte[] Json) Make(StrangeUpdate kind, long userId, long now)
    {
        var user = string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{userId},\"is_bot\":false,\"first_name\":\"Stranger\"}}");
        var chat = string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{userId},\"type\":\"private\",\"first_name\":\"Stranger\"}}");
        var (type, json) = kind switch
        {
            StrangeUpdate.UpdateType => ("hologram", $"{{\"from\":{user},\"depth\":3}}"),
            StrangeUpdate.EntityType => ("message", Message(user, chat, now, "{\"type\":\"hologram\",\"offset\":0,\"length\":5}")),
            StrangeUpdate.ChatType => ("message", Message(user, chat.Replace("private", "hologram", StringComparison.Ordinal), now, "")),
            StrangeUpdate.MemberStatus => ("my_chat_member", string.Create(CultureInfo.InvariantCulture,
                $"{{\"chat\":{chat},\"from\":{user},\"date\":{now},\"old_chat_member\":{{\"user\":{user},\"status\":\"hologram\"}},\"new_chat_member\":{{\"user\":{user},\"status\":\"hologram\"}}}}")),
            StrangeUpdate.ReactionType => ("message_reaction", string.Create(CultureInfo.InvariantCulture,
                $"{{\"chat\":{chat},\"message_id\":1,\"user\":{user},\"date\":{now},\"old_reaction\":[],\"new_reaction\":[{{\"type\":\"hologram\"}}]}}")),
            _ => ("message", Message(user, chat, 99_999_999_999_999, "")),
        };
        return (type, Encoding.UTF8.GetBytes(json));
    }

    private static string Message(string user, string chat, long date, string entities) => string.Create(CultureInfo.InvariantCulture,
        $"{{\"message_id\":1,\"from\":{user},\"chat\":{chat},\"date\":{date},\"text\":\"strange\",\"entities\":[{entities}]}}");
}

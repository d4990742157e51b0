using System.Text.Json;
using System.Text.Json.Nodes;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi.Methods;

/// <summary>core.telegram.org/bots/api#getchat: the chat with what ChatFullInfo always tells.</summary>
internal sealed class GetChat(World world) : Method(world)
{
    protected override Answer Run(Call call)
    {
        Room room;
        lock (World.Gate) room = Access.Room(World, call.Text("chat_id"), Right.Read);
        var full = JsonSerializer.SerializeToNode(room.Chat, WireJson.Options)!.AsObject();
        full["accent_color_id"] = 0;
        full["max_reaction_count"] = 11;
        full["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        if (room.Chat.Username is { } username) full["active_usernames"] = new JsonArray(username);
        return new(full);
    }
}

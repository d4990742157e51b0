using System.Text.Json;
using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>A BotCommandScope and language as a key (core.telegram.org/bots/api#botcommandscope; language: two lower-case letters or none).</summary>
internal static class CommandScope
{
    public static (string Scope, string Language) Read(World world, Call call) => (ReadScope(world, call), Language(call));

    public static string Language(Call call)
    {
        var language = call.Text("language_code") ?? "";
        if (language.Length == 0 || (language.Length == 2 && language.All(char.IsAsciiLetterLower))) return language;
        throw Refusal.BadRequest("invalid language code specified");
    }

    private static string ReadScope(World world, Call call)
    {
        if (call.Json("scope", "can't parse BotCommandScope JSON object") is not { } json) return "default";
        if (json.ValueKind != JsonValueKind.Object) throw Wrong("BotCommandScope must be an Object");
        var type = json.Text("type") ?? throw Wrong("Can't find field \"type\"");
        if (type is "default" or "all_private_chats" or "all_group_chats" or "all_chat_administrators") return type;
        if (type is not ("chat" or "chat_administrators" or "chat_member")) throw Wrong("Unsupported type specified");
        var chatId = json.Text("chat_id") ?? throw Wrong("Can't find field \"chat_id\"");
        if (chatId.Length == 0) throw Wrong("Empty chat_id specified");
        if (type != "chat_member") return $"{type}:{Room(world, chatId)}";
        var user = json.Number("user_id") ?? throw Wrong("Can't find field \"user_id\"");
        return user > 0 ? $"{type}:{Room(world, chatId)}:{user}" : throw Wrong("Invalid user_id specified");
    }

    private static long Room(World world, string chatId)
    {
        lock (world.Gate) return Access.Room(world, chatId, Right.ReadMembers).Id;
    }

    private static Refusal Wrong(string message) => Refusal.BadRequest("can't parse BotCommandScope: " + message);
}

using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>
/// Name, descriptions and commands of the bot, by language and scope (core.telegram.org/bots/api#setmycommands and following).
/// Guarded by <see cref="World.Gate"/>.
/// </summary>
internal sealed class BotProfile
{
    public Dictionary<string, string> Names { get; } = [];
    public Dictionary<string, string> Descriptions { get; } = [];
    public Dictionary<string, string> ShortDescriptions { get; } = [];
    public Dictionary<(string Scope, string Language), IReadOnlyList<WireCommand>> Commands { get; } = [];

    /// <summary>The commands a person sees: the narrowest scope first, in each the person's language, then none (core.telegram.org/bots/api#determining-list-of-commands).</summary>
    public IReadOnlyList<WireCommand> Seen(Room room, Member person, string? language)
    {
        foreach (var scope in Scopes(room, person))
        {
            if (language is { Length: >= 2 } && Commands.TryGetValue((scope, language[..2]), out var own)) return own;
            if (Commands.TryGetValue((scope, ""), out var general)) return general;
        }
        return [];
    }

    private static IEnumerable<string> Scopes(Room room, Member person)
    {
        if (room.Kind == RoomKind.Private) return [$"chat:{room.Id}", "all_private_chats", "default"];
        var scopes = new List<string> { $"chat_member:{room.Id}:{person.User.Id}" };
        if (person.IsAdministrator) scopes.Add($"chat_administrators:{room.Id}");
        scopes.Add($"chat:{room.Id}");
        if (person.IsAdministrator) scopes.Add("all_chat_administrators");
        return [.. scopes, "all_group_chats", "default"];
    }
}

using System.Collections.Frozen;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>The commands people see in the menu, in its order.</summary>
internal static class BotCommands
{
    /// <summary>Commands that only ask the engine a question: the key of its words in the languages' texts.</summary>
    public static readonly FrozenDictionary<string, string> Questions = new Dictionary<string, string>
    {
        ["members"] = "suggest.members",
        ["observers"] = "suggest.observers",
        ["summits"] = "suggest.summits",
        ["chair"] = "suggest.chair",
        ["cbm"] = "suggest.what-cbm",
        ["events"] = "suggest.upcoming",
    }.ToFrozenDictionary();

    /// <summary>What a private chat offers.</summary>
    public static readonly IReadOnlyList<string> Private = ["members", "observers", "summits", "chair", "cbm", "events", "subscribe", "subscriptions", "unsubscribe", "timezone", "quiet", "calendar", "sources", "language", "help", "privacy", "mydata", "forget"];

    /// <summary>What a group offers to everybody.</summary>
    public static readonly IReadOnlyList<string> Group = ["members", "observers", "summits", "chair", "cbm", "events", "subscriptions", "calendar", "sources", "help", "privacy"];

    /// <summary>What a group offers to its administrators.</summary>
    public static readonly IReadOnlyList<string> GroupAdmins = [.. Group, "subscribe", "unsubscribe", "timezone", "quiet", "language"];

    /// <summary>Whether the bot knows the command.</summary>
    public static bool Knows(string command) => command is "start" or "admin" || Private.Contains(command);
}

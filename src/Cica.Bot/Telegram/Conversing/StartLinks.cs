using Cica.Bot.Telegram.Rendering;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Deep links into the private chat (core.telegram.org/bots/features#deep-linking): a payload has 1-64 of A-Z a-z 0-9 _ -.</summary>
internal static class StartLinks
{
    /// <summary>Before the hash of a question.</summary>
    public const string Question = "q_";

    /// <summary>Before what one wants to be reminded of.</summary>
    public const string Subscribe = "sub_";

    /// <summary>The payload of the button above inline results: what comes next.</summary>
    public const string Events = "events";

    /// <summary>The payload that subscribes to what is named.</summary>
    public static string Remind(string target) => Subscribe + target;

    /// <summary>The payload that asks a question.</summary>
    public static string Ask(string question) => Question + QuestionTable.Hash(question);

    /// <summary>The address that opens the private chat.</summary>
    public static string To(IBotIdentity self, string payload) => $"https://t.me/{self.Username}?start={payload}";
}

using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Which language to answer in where none was chosen: that of the question, else that of the app.</summary>
internal static class Languages
{
    /// <summary>The language to ask the engine for; null leaves it to the words of the question.</summary>
    public static string? ForQuestion(string text, string? app, KnowledgeSnapshot knowledge) =>
        SpeaksForItself(text) ? null : UiTexts.Shipped(knowledge, app)?.Code;

    /// <summary>Whether the words tell a language that is shipped, by their letters: "2015?" and "中国" do not.</summary>
    public static bool SpeaksForItself(string text) => text.Any(c => char.IsLetter(c) && c is < '\u0250' or (>= '\u0400' and <= '\u052F'));
}

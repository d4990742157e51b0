using System.Text.RegularExpressions;

namespace Cica.Bot.Operations;

/// <summary>Takes the tokens of bots out of a text: no log and no error line may hold one, whoever wrote it.</summary>
internal static partial class Redaction
{
    /// <summary>The text with every token's secret replaced; the id before the colon is public and stays.</summary>
    public static string Clean(string text) => Token().Replace(text, "$1:<token>");

    // A token has 35 characters after the colon; test servers give shorter ones.
    [GeneratedRegex(@"(\b[0-9]{5,19}|\bbot[0-9]+)(?::|%3[Aa])[A-Za-z0-9_-]{20,}")]
    private static partial Regex Token();
}

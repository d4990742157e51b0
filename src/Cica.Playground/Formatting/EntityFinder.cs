using System.Text.RegularExpressions;
using Cica.Playground.Wire;

namespace Cica.Playground.Formatting;

/// <summary>
/// The entities Telegram finds in any text by itself: commands, mentions, hashtags, links and addresses
/// (core.telegram.org/api/entities). Phone and card numbers are left alone.
/// </summary>
internal static partial class EntityFinder
{
    public static List<WireEntity> Find(string text)
    {
        var found = new List<WireEntity>();
        // Most texts hold few of the marks; a pattern whose mark is missing is not tried.
        var (at, slash) = (Has(text, '@'), Has(text, '/'));
        if (at) Add(found, Email().Matches(text), "email");
        if (slash || HasInnerDot(text)) Add(found, Url().Matches(text), "url");
        if (at) Add(found, Mention().Matches(text), "mention");
        if (slash) Add(found, Command().Matches(text), "bot_command");
        if (Has(text, '#')) Add(found, Hashtag().Matches(text), "hashtag");
        if (Has(text, '$')) Add(found, Cashtag().Matches(text), "cashtag");
        found.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        return found;
    }

    private static bool Has(string text, char mark) => text.Contains(mark, StringComparison.Ordinal);

    // A dot that ends a sentence makes no address.
    private static bool HasInnerDot(string text)
    {
        for (var i = text.IndexOf('.', StringComparison.Ordinal); i >= 0; i = text.IndexOf('.', i + 1))
            if (i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetter(text[i + 1])) return true;
        return false;
    }

    private static void Add(List<WireEntity> found, MatchCollection matches, string type)
    {
        foreach (Match match in matches)
        {
            var group = match.Groups[1];
            if (!found.Exists(e => e.Offset < group.Index + group.Length && group.Index < e.End))
                found.Add(new WireEntity(type, group.Index, group.Length));
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_/@.])(/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\p{L}\p{N}_/])")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_])(@[A-Za-z0-9_]{2,32})(?![A-Za-z0-9_])")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_#])(#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_\u00B7\u200C]{1,255})(?![\p{L}\p{N}_#])")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_$])(\$(?:1INCH|[A-Z]{3,8}))(?![\p{L}\p{N}_$])")]
    private static partial Regex Cashtag();

    [GeneratedRegex(@"(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24})(?![A-Za-z0-9-])")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_@.])((?:https?://(?:[\p{L}\p{N}-]+\.)*[\p{L}\p{N}-]+(?::\d{1,5})?|(?:[a-z0-9-]{1,63}\.)+(?:com|org|net|int|info|gov|edu|io|me|dev|app|kz|ru|az|tr|cn|uz|kg|in|pk|eu|uk|su|рф|xyz))(?![\p{L}\p{N}@-])(?:[/?#](?:[^\s<>""'«»]*[^\s<>""'«».,;:!?)\]])?)?)", RegexOptions.IgnoreCase)]
    private static partial Regex Url();
}

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
        // Most texts hold none of the marks: not a single pattern is tried on them.
        if (text.AsSpan().IndexOfAny('/', '@', '#') < 0 && !text.Contains('.', StringComparison.Ordinal) && !text.Contains('$', StringComparison.Ordinal))
            return found;
        Add(found, Email().Matches(text), "email");
        Add(found, Url().Matches(text), "url");
        Add(found, Mention().Matches(text), "mention");
        Add(found, Command().Matches(text), "bot_command");
        Add(found, Hashtag().Matches(text), "hashtag");
        Add(found, Cashtag().Matches(text), "cashtag");
        found.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        return found;
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

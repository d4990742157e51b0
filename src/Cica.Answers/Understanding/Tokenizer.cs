using System.Globalization;

namespace Cica.Answers.Understanding;

/// <summary>
/// Cuts a question into folded tokens. Markup, control and format characters, and anything past <see cref="Limit"/> vanish here:
/// to everything after, a question is plain words.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Characters that are looked at. Telegram's longest message is 4,096; no honest question is longer than this.</summary>
    public const int Limit = 1000;

    /// <summary>Tokens that are looked at.</summary>
    public const int MostTokens = 120;

    /// <param name="text">What was typed.</param>
    /// <param name="known">Words that are known already.</param>
    public static List<Token> Cut(string text, IWords? known = null)
    {
        Span<char> clean = stackalloc char[Limit];
        clean = clean[..Clean(text, clean)];
        Span<char> folded = stackalloc char[clean.Length];
        var tokens = new List<Token>(Math.Min(clean.Count(' ') + 2, MostTokens));
        var sentence = 0;
        var clause = 0;
        var i = 0;
        while (i < clean.Length && tokens.Count < MostTokens)
        {
            var c = clean[i];
            if (!char.IsLetterOrDigit(c))
            {
                if (c is '.' or '?' or '!' or ';' or '\n' && tokens.Count > 0 && (c != '.' || i + 1 >= clean.Length || char.IsWhiteSpace(clean[i + 1])))
                    sentence = tokens[^1].Sentence + 1;
                if (tokens.Count > 0 && (c is '?' or '!' or ';' or '\n' or '—' or '–' || (c is ',' or ':' or '.' or '-' && (i + 1 >= clean.Length || char.IsWhiteSpace(clean[i + 1])))))
                    clause = tokens[^1].Clause + 1;
                i++;
                continue;
            }
            var start = i;
            var length = 0;
            var digits = char.IsDigit(c);
            var upper = true;
            while (i < clean.Length)
            {
                c = clean[i];
                var inside = char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
                if (!inside && IsApostrophe(c) && i + 1 < clean.Length && char.IsLetter(clean[i + 1]) && length > 0)
                    inside = true;
                // "2022г", "6th": a number ends where letters begin.
                if (!inside || (char.IsDigit(c) != digits && char.IsLetterOrDigit(c)))
                    break;
                if (IsIdeograph(c) && i > start)
                    break;
                if (char.IsLower(c))
                    upper = false;
                var f = Folding.Fold(c);
                if (f != 0)
                    folded[length++] = f;
                i++;
            }
            if (length == 0)
                continue;
            var word = folded[..length];
            int? number = digits && word.Length <= 6 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
            var (letters, stem) = known?.Of(word) ?? WordMemo.Read(word);
            tokens.Add(new Token
            {
                Text = letters,
                Stem = number is null ? stem : letters,
                Start = start,
                Length = i - start,
                Capitalised = char.IsUpper(clean[start]),
                AllCapitals = upper && word.Length > 1,
                Number = number,
                Sentence = sentence,
                Clause = clause,
            });
        }
        // Capitals tell an abbreviation from a word only where not everything is in capitals.
        if (tokens.Count > 2 && tokens.TrueForAll(static t => t.AllCapitals || t.Number is not null || t.Length == 1))
            return [.. tokens.Select(t => t with { AllCapitals = false })];
        return tokens;
    }

    /// <summary>Without markup, control characters and what only directs the writing; at most <see cref="Limit"/> characters.</summary>
    public static string Clean(string text)
    {
        Span<char> clean = stackalloc char[Limit];
        return new string(clean[..Clean(text, clean)]);
    }

    private static int Clean(string text, Span<char> into)
    {
        var length = Math.Min(text.Length, Limit * 4);
        var count = 0;
        for (var i = 0; i < length && count < into.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < (char)127 and not '<')
            {
                into[count++] = c;
                continue;
            }
            if (c == '<' && TagEnd(text, i) is var end and > 0)
            {
                into[count++] = ' ';
                // What a script holds is no text.
                var close = text.AsSpan(i).StartsWith("<script", StringComparison.OrdinalIgnoreCase) ? text.IndexOf("</script>", i, StringComparison.OrdinalIgnoreCase) : -1;
                i = close > 0 ? close + "</script>".Length - 1 : end;
                continue;
            }
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.Control when c is not ('\n' or '\t' or '\r'):
                    break;
                case UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                    into[count++] = ' ';
                    break;
                default:
                    into[count++] = c;
                    break;
            }
        }
        return count;
    }

    private static int TagEnd(string text, int start)
    {
        var next = start + 1;
        if (next >= text.Length || !(char.IsAsciiLetter(text[next]) || text[next] is '/' or '!'))
            return -1;
        var last = Math.Min(text.Length, start + 200);
        for (var i = next; i < last; i++)
        {
            if (text[i] == '>')
                return i;
            if (text[i] == '<')
                return -1;
        }
        return -1;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static bool IsIdeograph(char c) => c is >= '\u4e00' and <= '\u9fff';
}

using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>From text to tokens to mentions: repairs how it was typed, then finds the longest known phrases.</summary>
internal sealed class QuestionReader(Lexicon lexicon)
{
    private static readonly HashSet<string> OrdinalSuffixes = new(["th", "st", "nd", "rd", "й", "го", "ый", "ой", "я", "ая", "е", "ое", "м", "ом", "му", "ти", "ий"], StringComparer.Ordinal);

    /// <summary>Reads a text into tokens, repaired where that makes them known, and the mentions in them.</summary>
    public (List<Token> Tokens, List<Mention> Mentions, string Language) Read(string text)
    {
        var scratch = new List<int>(4);
        var tokens = Tokenizer.Cut(text);
        tokens = InOtherLayout(text, tokens, scratch);
        var language = LanguageOf(tokens);
        if (language == "en" && SoundsRussian(tokens, scratch))
        {
            language = "ru";
            for (var i = 0; i < tokens.Count; i++)
                tokens[i] = BySound(tokens[i]) ?? tokens[i];
        }
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!lexicon.Knows(tokens[i], scratch))
                tokens[i] = Repaired(tokens[i]);
        }
        return (tokens, Mentions(tokens, scratch), language);
    }

    public List<Mention> Mentions(List<Token> tokens) => Mentions(tokens, new List<int>(4));

    private List<Mention> Mentions(List<Token> tokens, List<int> scratch)
    {
        var mentions = new List<Mention>(tokens.Count);
        var options = new int[tokens.Count][];
        for (var i = 0; i < tokens.Count; i++)
        {
            lexicon.Numbers(tokens[i], scratch);
            options[i] = [.. scratch];
        }
        Longest(options, loose: false, mentions);
        Longest(options, loose: true, mentions);
        return mentions;
    }

    private void Longest(int[][] options, bool loose, List<Mention> mentions)
    {
        var covered = 0;
        for (var start = 0; start < options.Length; start++)
        {
            var longest = 0;
            List<Mention>? found = null;
            Walk(options, loose, start, start, 0, ref longest, ref found);
            if (found is null || (start < covered && start + longest <= covered))
                continue;
            foreach (var mention in found)
            {
                if (!mentions.Any(m => m.Start == mention.Start && m.Length == mention.Length && m.Meaning.Id == mention.Meaning.Id))
                    mentions.Add(mention);
            }
            covered = Math.Max(covered, start + longest);
        }
    }

    /// <summary>A number followed by the suffix of an ordinal ("6th", "6-й").</summary>
    public static bool IsOrdinalSuffix(Token token) => OrdinalSuffixes.Contains(token.Text);

    private void Walk(int[][] options, bool loose, int start, int at, int node, ref int longest, ref List<Mention>? found)
    {
        if (at >= options.Length)
            return;
        foreach (var word in options[at])
        {
            var next = lexicon.Next(node, word);
            if (next < 0)
                continue;
            if (lexicon.At(next) is { } meanings && meanings.Exists(m => m.Loose == loose))
            {
                var length = at - start + 1;
                if (length > longest)
                {
                    longest = length;
                    found = new List<Mention>(meanings.Count);
                }
                if (length == longest)
                {
                    foreach (var meaning in meanings)
                    {
                        if (meaning.Loose != loose)
                            continue;
                        var mention = new Mention(start, length, meaning);
                        if (!found!.Contains(mention))
                            found.Add(mention);
                    }
                }
            }
            Walk(options, loose, start, at + 1, next, ref longest, ref found);
        }
    }

    private List<Token> InOtherLayout(string text, List<Token> tokens, List<int> scratch)
    {
        var unknown = UnknownShare(tokens, scratch);
        if (tokens.Count == 0 || unknown < 0.5)
            return tokens;
        var parts = Tokenizer.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var other = string.Join(' ', parts.Select(p => Typing.OtherLayout(p.ToLowerInvariant()) ?? p));
        var retyped = Tokenizer.Cut(other);
        return UnknownShare(retyped, scratch) < unknown - 0.3 ? [.. retyped.Select(t => t with { Correction = t.Text })] : tokens;
    }

    private double UnknownShare(List<Token> tokens, List<int> scratch)
    {
        var unknown = 0.0;
        var total = 0.0;
        foreach (var token in tokens)
        {
            if (token.Number is not null)
                continue;
            // Single letters are known in every language and prove nothing.
            var weight = Math.Min(token.Text.Length, 6) - 0.5;
            total += weight;
            if (!lexicon.Knows(token, scratch))
                unknown += weight;
        }
        return total == 0 ? 0 : unknown / total;
    }

    private static string LanguageOf(List<Token> tokens)
    {
        var cyrillic = 0;
        var latin = 0;
        foreach (var token in tokens)
        {
            if (token.Text[0] is >= 'а' and <= 'я')
                cyrillic += token.Text.Length;
            else if (char.IsAsciiLetter(token.Text[0]) && token.Text is not "cica")
                latin += token.Text.Length;
        }
        return cyrillic > 0 && cyrillic >= latin / 2 ? "ru" : "en";
    }

    private bool SoundsRussian(List<Token> tokens, List<int> scratch)
    {
        var sounding = 0;
        var known = 0;
        foreach (var token in tokens)
        {
            if (token.Number is not null || !char.IsAsciiLetter(token.Text[0]) || token.Text.Length < 2)
                continue;
            if (token.Text != "svmda" && lexicon.Knows(token, scratch))
                known += token.Text.Length < 3 ? 0 : 1;
            else if (token.Text == "svmda" || lexicon.FromSound(token.Text) is not null)
                sounding++;
        }
        return sounding > 0 && sounding >= known;
    }

    private Token? BySound(Token token)
    {
        if (token.Number is not null || !char.IsAsciiLetter(token.Text[0]) || token.Text is "cica")
            return null;
        var russian = lexicon.FromSound(token.Text);
        return russian is null ? null : token with { Text = Typing.ByCyrillicSound(token.Text), Stem = russian, Correction = russian };
    }

    private Token Repaired(Token token)
    {
        if (token.Number is not null)
            return token;
        var nearest = lexicon.Correct(token.Text) ?? (token.Stem == token.Text ? null : lexicon.Correct(token.Stem));
        if (nearest is not null)
            return token with { Text = nearest, Stem = nearest, Correction = nearest };
        if (Typing.OtherLayout(token.Text) is { } other)
        {
            var retyped = Tokenizer.Cut(other);
            if (retyped.Count == 1 && retyped[0].Text.Length >= 4 && lexicon.HasWord(retyped[0].Stem))
                return token with { Text = retyped[0].Text, Stem = retyped[0].Stem, Correction = retyped[0].Text };
        }
        return token;
    }
}

using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>From text to tokens to mentions: repairs how it was typed, then finds the longest known phrases.</summary>
internal sealed class QuestionReader(Lexicon lexicon)
{
    private static readonly HashSet<string> OrdinalSuffixes = new(["th", "st", "nd", "rd", "й", "го", "ый", "ой", "я", "ая", "е", "ое", "м", "ом", "му", "ти", "ий"], StringComparer.Ordinal);

    /// <summary>Reads a text into tokens, repaired where that makes them known, and the mentions in them.</summary>
    public (List<Token> Tokens, List<Mention> Mentions, string Language) Read(string text)
    {
        var tokens = Tokenizer.Cut(text, lexicon.Known);
        var numbers = new WordNumbers(lexicon, tokens);
        if (InOtherLayout(text, tokens, numbers) is { } retyped)
            (tokens, numbers) = (retyped, new WordNumbers(lexicon, retyped));
        var language = LanguageOf(tokens);
        if (language == "en" && SoundsRussian(tokens, numbers))
        {
            language = "ru";
            for (var i = 0; i < tokens.Count; i++)
                tokens[i] = BySound(tokens[i]) ?? tokens[i];
            numbers = new WordNumbers(lexicon, tokens);
        }
        return (tokens, Mentions(Repair(tokens, numbers) ? new WordNumbers(lexicon, tokens) : numbers), language);
    }

    /// <summary>The mentions in a text that is typed as it should be.</summary>
    public List<Mention> Mentions(List<Token> tokens, NumbersMemo memo) => Mentions(new WordNumbers(lexicon, tokens, memo));

    private List<Mention> Mentions(WordNumbers numbers)
    {
        var mentions = new List<Mention>(numbers.Count * 2);
        var longest = new Longest(lexicon, numbers, mentions);
        longest.Find(loose: false);
        longest.Find(loose: true);
        Compose(mentions);
        return mentions;
    }

    // "Twenty" and "seven" are one number.
    private static void Compose(List<Mention> mentions)
    {
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Meaning is not { Kind: MeaningKind.Number, Number: >= 20 and var tens } || tens % 10 != 0)
                continue;
            var at = mentions.FindIndex(m => m.Start == mentions[i].End && m.Meaning is { Kind: MeaningKind.Number, Number: < 10 });
            if (at < 0)
                continue;
            var units = mentions[at];
            mentions[i] = new Mention(mentions[i].Start, mentions[i].Length + units.Length, new Meaning(MeaningKind.Number, units.Meaning.Id, null, tens + units.Meaning.Number));
            mentions.RemoveAll(m => m.Start == units.Start && m.Meaning.Kind == MeaningKind.Number);
        }
    }

    /// <summary>A number followed by the suffix of an ordinal ("6th", "6-й").</summary>
    public static bool IsOrdinalSuffix(Token token) => OrdinalSuffixes.Contains(token.Text);

    private List<Token>? InOtherLayout(string text, List<Token> tokens, WordNumbers numbers)
    {
        var unknown = UnknownShare(tokens, numbers);
        if (tokens.Count == 0 || unknown < 0.5)
            return null;
        var parts = Tokenizer.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var other = string.Join(' ', parts.Select(p => Typing.OtherLayout(p.ToLowerInvariant()) ?? p));
        var retyped = Tokenizer.Cut(other, lexicon.Known);
        return UnknownShare(retyped, new WordNumbers(lexicon, retyped)) < unknown - 0.3 ? [.. retyped.Select(t => t with { Correction = t.Text })] : null;
    }

    private static double UnknownShare(List<Token> tokens, WordNumbers numbers)
    {
        var unknown = 0.0;
        var total = 0.0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Number is not null)
                continue;
            // Single letters are known in every language and prove nothing.
            var weight = Math.Min(tokens[i].Text.Length, 6) - 0.5;
            total += weight;
            if (!numbers.Knows(i))
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

    private bool SoundsRussian(List<Token> tokens, WordNumbers numbers)
    {
        var sounding = 0;
        var known = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Number is not null || !char.IsAsciiLetter(token.Text[0]) || token.Text.Length < 2)
                continue;
            if (token.Text != "svmda" && (numbers.Knows(i) || IsMisspelt(token)))
                known += token.Text.Length < 3 ? 0 : 1;
            else if (token.Text == "svmda" || lexicon.FromSound(token.Text) is not null)
                sounding++;
        }
        return sounding > 0 && sounding >= known;
    }

    // A slip in a Latin word does not make it Russian.
    private bool IsMisspelt(Token token) => lexicon.Correct(token.Text) is { } meant && char.IsAsciiLetter(meant[0]);

    private Token? BySound(Token token)
    {
        if (token.Number is not null || !char.IsAsciiLetter(token.Text[0]) || token.Text is "cica")
            return null;
        var russian = lexicon.FromSound(token.Text);
        return russian is null ? null : token with { Text = Typing.ByCyrillicSound(token.Text), Stem = russian, Correction = russian };
    }

    // Whether anything had to be.
    private bool Repair(List<Token> tokens, WordNumbers numbers)
    {
        var any = false;
        // From the end, so that taking one apart moves none that is still to be looked at.
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (tokens[i].Number is not null || numbers.Knows(i))
                continue;
            tokens[i] = Repaired(tokens[i]);
            any |= tokens[i].Correction is not null || TakeApart(tokens, i);
        }
        return any;
    }

    private Token Repaired(Token token)
    {
        // "Chinas chairmanship": the apostrophe is often left out.
        if (token.Text.Length > 4 && token.Text[^1] == 's' && lexicon.HasWord(token.Text[..^1]))
            return Written(token, token.Text[..^1]);
        if (lexicon.Whole(token.Text) is { } whole)
            return Written(token, whole);
        var nearest = lexicon.Correct(token.Text) ?? (token.Stem == token.Text ? null : lexicon.Correct(token.Stem));
        if (nearest is not null)
            return token with { Text = nearest, Stem = nearest, Correction = nearest };
        if (Typing.OtherLayout(token.Text) is { } other)
        {
            var retyped = Tokenizer.Cut(other);
            if (retyped.Count == 1 && retyped[0].Text.Length >= 4 && lexicon.HasWord(retyped[0].Stem))
                return token with { Text = retyped[0].Text, Stem = retyped[0].Stem, Correction = retyped[0].Text };
        }
        return lexicon.WholeButForItsEnd(token.Text) is { } nearly ? Written(token, nearly) : token;
    }

    private static Token Written(Token token, string word) => token with { Text = word, Stem = Stemming.Stem(word), Correction = word };

    // "Whochairs cica": a space was left out.
    private bool TakeApart(List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Correction is not null || token.Text.Length != token.Length || lexicon.Apart(token.Text) is not { } parts)
            return false;
        tokens[at] = token with { Text = parts.Left, Stem = Stemming.Stem(parts.Left), Length = parts.Left.Length };
        tokens.Insert(at + 1, token with { Text = parts.Right, Stem = Stemming.Stem(parts.Right), Start = token.Start + parts.Left.Length, Length = parts.Right.Length, Capitalised = false });
        return true;
    }
}

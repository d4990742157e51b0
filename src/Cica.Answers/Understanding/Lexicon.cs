using System.Runtime.InteropServices;

namespace Cica.Answers.Understanding;

/// <summary>
/// All words and phrases the bot knows, in one trie of word numbers: built once with the snapshot, read by every question
/// without a lock. A word of a phrase is a stem, a beginning ("chair*") or, for "=US", the exact spelling.
/// </summary>
internal sealed partial class Lexicon
{
    // Every word, beginning and spelling has a number. Those met by their stem, those that count only as they are written (so that
    // Нигер is not met by the stem of Нигерия), and those that count only in capitals.
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> capitals = new(StringComparer.Ordinal);
    private readonly Beginnings beginnings = new();
    private readonly Dictionary<long, int> children = [];

    // Most words begin no phrase, and most phrases go on with none: once all is known, a look at these is enough.
    private int[] begun = [];
    private bool[] goesOn = [];
    private readonly List<List<Meaning>?> meanings = [null];
    private readonly List<string> wordTexts = [];
    private readonly List<bool> meaningful = [];

    // What nothing is told of is known, so that it is not taken for a slip, but no slip leads to it.
    private readonly List<bool> untold = [];
    private readonly Dictionary<string, int> bySound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> beginningsBySound = new(StringComparer.Ordinal);
    // By what they sound like; null where two words do that are not the same.
    private readonly Dictionary<string, string?> heard = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> entityOfWord = new(StringComparer.Ordinal);
    private Speller speller = Speller.Empty;
    private Shortenings shortenings = Shortenings.Empty;
    private int longestSound;

    // The words of the phrase that is being added.
    private readonly List<int> added = new(16);

    // The same words stand in many phrases.
    private WordMemo? met = new();

    private const int ShortestHeard = 6;
    private const int ShortestPart = 3;
    private const int LongestGlued = 24;
    private const int LongestEnding = 2;

    /// <summary>Adds a phrase under a meaning; the same phrase may have several.</summary>
    public void Add(string phrase, Meaning meaning, bool isUntold = false)
    {
        added.Clear();
        foreach (var part in phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            ReadPart(part);
        Add(meaning, isUntold);
    }

    /// <summary>Adds a single word as it is written, not by its stem.</summary>
    public void AddExact(string name, Meaning meaning, bool isUntold = false)
    {
        added.Clear();
        foreach (var token in Tokenizer.Cut(name, met))
            added.Add(Word(exact, token.Text));
        Add(meaning, isUntold);
    }

    private void Add(Meaning meaning, bool isUntold)
    {
        if (added.Count == 0)
            return;
        if (meaning.Entity is not null)
            entityOfWord.TryAdd(wordTexts[added[0]], meaning.Id);
        var node = 0;
        foreach (var word in added)
        {
            if (meaning.Kind is not (MeaningKind.Filler or MeaningKind.Foreign) && !meaning.Loose)
                meaningful[word] = true;
            untold[word] &= isUntold;
            ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(children, Key(node, word), out var exists);
            if (!exists)
            {
                child = meanings.Count;
                meanings.Add(null);
            }
            node = child;
        }
        var list = meanings[node] ??= new List<Meaning>(1);
        if (!list.Contains(meaning))
            list.Add(meaning);
    }

    /// <summary>The words of the statements, once frozen.</summary>
    public KnownWords Known { get; } = new();

    /// <summary>Makes a word of the statements known, so that it is recognised and can be the target of a correction.</summary>
    public void AddWord(string text, string stem)
    {
        untold[Word(words, stem)] = false;
        Known.Add(text, stem);
    }

    /// <summary>All phrases have been added: texts can be read. Words of theirs that are in no phrase make no difference to that.</summary>
    public void EndPhrases()
    {
        met = null;
        begun = new int[wordTexts.Count];
        begun.AsSpan().Fill(-1);
        goesOn = new bool[meanings.Count];
        foreach (var (key, child) in children)
        {
            goesOn[key >> 32] = true;
            if (key >> 32 == 0)
                begun[(int)key] = child;
        }
    }

    /// <summary>Ends the building.</summary>
    public void Freeze()
    {
        // No phrase begins with a word that came after them.
        var phrased = begun.Length;
        Array.Resize(ref begun, wordTexts.Count);
        begun.AsSpan(phrased).Fill(-1);
        // Words as they are written can be hit by a typo as well; what is found leads back to the stem.
        var written = spellings.Keys.Where(w => !words.ContainsKey(w)).Select(w => (Text: w, Word: words[spellings[w]]));
        var targets = wordTexts.Select((text, word) => (Text: text, Word: word)).Concat(written).Where(t => !untold[t.Word]).ToArray();
        // Each fills what is its own.
        Parallel.Invoke(
            () => speller = new Speller([.. targets.Select(t => t.Text)], [.. targets.Select(t => meaningful[t.Word])]),
            () => shortenings = new Shortenings(targets.Select(t => (t.Text, Meanings: MeaningsOf(t.Word), IsName: IsName(t.Word))).Where(t => t.Meanings.Length > 0)),
            () => Hear(targets.Select(t => t.Text)),
            () => Known.LookUp(this),
            Sound);
    }

    private void Hear(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length < ShortestHeard || text[0] is < 'а' or > 'я')
                continue;
            var key = Typing.HeardKey(text);
            if (!heard.TryAdd(key, text) && heard[key] is { } other && !AreSame(text, other))
                heard[key] = null;
        }
    }

    private void Sound()
    {
        for (var word = 0; word < wordTexts.Count; word++)
        {
            var text = wordTexts[word];
            if (text.Length >= 2 && text[0] is >= 'а' and <= 'я')
                bySound.TryAdd(Typing.SoundKey(text), word);
        }
        foreach (var (text, stem) in spellings)
        {
            if (text[0] is >= 'а' and <= 'я')
                bySound.TryAdd(Typing.SoundKey(text), words[stem]);
        }
        foreach (var beginning in beginnings.Texts)
        {
            if (beginning.Length >= 5 && beginning[0] is >= 'а' and <= 'я')
                beginningsBySound.TryAdd(Typing.SoundKey(beginning), beginning);
        }
        longestSound = beginningsBySound.Keys.Select(k => k.Length).DefaultIfEmpty().Max();
    }

    /// <summary>Adds the numbers under which a token can continue a phrase. None: an unknown word.</summary>
    public void Numbers(Token token, List<int> into)
    {
        if (!Known.TryAddNumbers(token, into))
            LookUp(token, into);
    }

    /// <summary>The same, of any word.</summary>
    public void LookUp(Token token, List<int> into)
    {
        var first = into.Count;
        if (words.TryGetValue(token.Stem, out var word))
            into.Add(word);
        if (token.Stem != token.Text && words.TryGetValue(token.Text, out word))
            AddOnce(word);
        if (exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Written(token), out word))
            AddOnce(word);
        // US in capitals, Того with one.
        if (IsCapital(token) && capitals.TryGetValue(token.Text, out word))
            into.Add(word);
        foreach (var (text, number) in beginnings.Like(token.Text))
        {
            // What was corrected is but a stem, and may be shorter than the beginning that is known of it.
            if (token.Text.AsSpan().StartsWith(text) || (token.Correction is not null && text.Length - token.Text.Length is > 0 and <= LongestEnding && text.StartsWith(token.Text, StringComparison.Ordinal)))
                AddOnce(number);
        }

        void AddOnce(int number)
        {
            if (!CollectionsMarshal.AsSpan(into)[first..].Contains(number))
                into.Add(number);
        }
    }

    /// <summary>It is written as what counts only in capitals must be.</summary>
    public static bool IsCapital(Token token) => token.AllCapitals || (token.Capitalised && token.Text[0] >= 'а');

    // "CICA's" is CICA.
    private static ReadOnlySpan<char> Written(Token token)
    {
        if (token.Correction is not null)
            return token.Stem;
        var text = token.Text.AsSpan();
        return text.EndsWith("'s", StringComparison.Ordinal) || text.EndsWith("’s", StringComparison.Ordinal) ? text[..^2] : text.TrimEnd('\'');
    }

    /// <summary>Next node of the trie, or -1.</summary>
    public int Next(int node, int word) =>
        node == 0 && word < begun.Length ? begun[word]
        : children.TryGetValue(Key(node, word), out var next) ? next
        : -1;

    /// <summary>The phrase may go on after a node.</summary>
    public bool GoesOn(int node) => node >= goesOn.Length || goesOn[node];

    public List<Meaning>? At(int node) => meanings[node];

    public bool HasWord(string stem) => words.ContainsKey(stem) || exact.ContainsKey(stem);

    private void ReadPart(string part)
    {
        if (part[0] == '=')
        {
            added.Add(Word(capitals, Folding.Fold(part[1..]), "="));
            return;
        }
        if (part[^1] == '*')
        {
            var beginning = Folding.Fold(part[..^1]);
            if (beginnings.NumberOf(beginning) is not { } number)
                beginnings.Add(beginning, number = NewWord(beginning, isMeaningful: true));
            added.Add(number);
            return;
        }
        foreach (var token in Tokenizer.Cut(part, met))
        {
            if (token.Text != token.Stem)
                spellings.TryAdd(token.Text, token.Stem);
            added.Add(Word(words, token.Stem));
        }
    }

    private int Word(Dictionary<string, int> among, string text, string mark = "")
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(among, text, out var exists);
        if (!exists)
            number = NewWord(mark + text, isMeaningful: false);
        return number;
    }

    private int NewWord(string text, bool isMeaningful)
    {
        wordTexts.Add(text);
        meaningful.Add(isMeaningful);
        untold.Add(true);
        return wordTexts.Count - 1;
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}

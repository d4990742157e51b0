namespace Cica.Answers.Understanding;

/// <summary>
/// "Coord", "набл", "трансформ": the word that was cut short. Among the known words that begin so, most must mean the same; then it
/// is the shortest of those. Built once with the lexicon.
/// </summary>
internal sealed class Shortenings
{
    public static readonly Shortenings Empty = new([]);

    private const int Shortest = 4;
    private const int Missing = 2;
    private const int Long = 9;
    private const int MostSpare = 2;
    private const int MostRead = 64;

    private readonly (string Word, string[] Meanings, bool IsName)[] words;

    /// <param name="words">Words that mean something, each with the ids of what it means, and whether it is a name: of a name more than half must be there ("port" is not Portugal).</param>
    public Shortenings(IEnumerable<(string Word, string[] Meanings, bool IsName)> words) =>
        this.words = [.. words.Where(w => w.Word.Length >= Shortest + Missing).DistinctBy(w => w.Word).OrderBy(w => w.Word, StringComparer.Ordinal)];

    /// <summary>"Transformatn": the last letters of a long word may be what is left of its end.</summary>
    public string? WholeButForItsEnd(string cut)
    {
        for (var spare = 1; spare <= MostSpare && cut.Length >= Long; spare++)
        {
            if (Whole(cut[..^spare]) is { } whole)
                return whole;
        }
        return null;
    }

    /// <summary>The whole word; null where none begins so, or too many that mean different things.</summary>
    public string? Whole(string cut)
    {
        if (cut.Length < Shortest)
            return null;
        var first = FirstFrom(cut);
        var end = first;
        while (end < words.Length && end - first < MostRead && words[end].Word.StartsWith(cut, StringComparison.Ordinal))
            end++;
        string? whole = null;
        foreach (var (word, meanings, isName) in words.AsSpan(first..end))
        {
            if (word.Length < cut.Length + Missing || (isName && cut.Length * 2 <= word.Length) || (whole is not null && whole.Length <= word.Length) || !meanings.Any(m => IsCommon(m, first, end)))
                continue;
            whole = word;
        }
        return whole;
    }

    // More than half of the words mean it.
    private bool IsCommon(string meaning, int first, int end)
    {
        var count = 0;
        foreach (var (_, meanings, _) in words.AsSpan(first..end))
            count += Array.IndexOf(meanings, meaning) >= 0 ? 1 : 0;
        return count * 2 > end - first;
    }

    private int FirstFrom(string cut)
    {
        int low = 0, high = words.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(words[middle].Word, cut) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}

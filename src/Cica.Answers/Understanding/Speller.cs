namespace Cica.Answers.Understanding;

/// <summary>
/// Finds the known word one slip away from a misspelt one (a letter missing, doubled, swapped or wrong; two slips in a long
/// word), by comparing both with one letter left out (symmetric deletion), which needs no scan however many words there are.
/// </summary>
internal sealed class Speller
{
    public static readonly Speller Empty = new([], []);

    private const int Shortest = 5;
    private const int Longest = 40;
    private readonly IReadOnlyList<string> words;
    private readonly IReadOnlyList<bool> meaningful;
    private readonly ulong[] keys;
    private readonly int[] owners;

    public Speller(IReadOnlyList<string> words, IReadOnlyList<bool> meaningful)
    {
        this.words = words;
        this.meaningful = meaningful;
        var allKeys = new List<ulong>(words.Count * 8);
        var allOwners = new List<int>(words.Count * 8);
        for (var word = 0; word < words.Count; word++)
        {
            var text = words[word];
            if (text.Length < Shortest - 1 || !char.IsLetter(text[0]))
                continue;
            for (var skip = -1; skip < text.Length; skip++)
            {
                allKeys.Add(Hash(text, skip));
                allOwners.Add(word);
            }
        }
        (keys, owners) = ([.. allKeys], [.. allOwners]);
        Array.Sort(keys, owners);
        // Where several words share a key, they are looked at in their own order.
        for (int first = 0, end = 1; first < keys.Length; first = end++)
        {
            while (end < keys.Length && keys[end] == keys[first])
                end++;
            Array.Sort(owners, first, end - first);
        }
    }

    /// <summary>The nearest known word; null where there is none, or where two are as near and are not the same to <paramref name="same"/>.</summary>
    public string? Nearest(string stem, Func<string, string, bool>? same = null)
    {
        if (stem.Length is < Shortest or > Longest)
            return null;
        string? best = null;
        var bestRank = int.MaxValue;
        var tie = false;
        for (var skip = -1; skip < stem.Length; skip++)
        {
            var key = Hash(stem, skip);
            var index = Array.BinarySearch(keys, key);
            if (index < 0)
                continue;
            while (index > 0 && keys[index - 1] == key)
                index--;
            for (; index < keys.Length && keys[index] == key; index++)
            {
                var candidate = words[owners[index]];
                if (ReferenceEquals(candidate, best))
                    continue;
                var distance = Distance(stem, candidate);
                if (distance > (stem.Length >= 8 ? 2 : 1))
                    continue;
                var rank = (distance * 8) + (meaningful[owners[index]] ? 0 : 4) + (candidate[0] == stem[0] ? 0 : 2) + (IsSwapped(stem, candidate) ? 0 : 1);
                if (rank < bestRank)
                    (best, bestRank, tie) = (candidate, rank, false);
                else if (rank == bestRank && candidate != best && (same is null || !same(candidate, best!)))
                    tie = true;
            }
        }
        return tie ? null : best;
    }

    /// <summary>Edits between two words; a swap of neighbours counts as one (optimal string alignment).</summary>
    internal static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 2 || left.Length > Longest || right.Length > Longest)
            return 3;
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[right.Length];
    }

    // Two neighbours swapped is the likeliest slip that keeps every letter.
    private static bool IsSwapped(string left, string right)
    {
        if (left.Length != right.Length)
            return false;
        var at = left.AsSpan().CommonPrefixLength(right);
        return at + 1 < left.Length && left[at] == right[at + 1] && left[at + 1] == right[at] && left.AsSpan(at + 2).SequenceEqual(right.AsSpan(at + 2));
    }

    // FNV-1a over the letters but one.
    private static ulong Hash(string text, int skip)
    {
        var hash = 14695981039346656037UL;
        for (var i = 0; i < text.Length; i++)
        {
            if (i != skip)
                hash = (hash ^ text[i]) * 1099511628211UL;
        }
        return hash;
    }
}

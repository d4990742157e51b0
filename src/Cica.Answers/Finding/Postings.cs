namespace Cica.Answers.Finding;

/// <summary>For each term who holds it, in ascending order: one flat list, and where each term's part begins.</summary>
internal sealed class Postings
{
    public static readonly Postings Empty = new([0], []);

    private readonly int[] starts;
    private readonly int[] holders;

    private Postings(int[] starts, int[] holders) => (this.starts, this.holders) = (starts, holders);

    public ReadOnlySpan<int> Of(int term) => holders.AsSpan(starts[term]..starts[term + 1]);

    /// <summary>Counts first, then fills, so that nothing has to grow.</summary>
    internal sealed class Builder(int termCount)
    {
        private readonly int[] starts = new int[termCount + 1];
        private int[] holders = [];
        private int[] next = [];

        public void Count(int term) => starts[term + 1]++;

        /// <summary>Everything has been counted.</summary>
        public void EndCounting()
        {
            for (var term = 0; term < termCount; term++)
                starts[term + 1] += starts[term];
            holders = new int[starts[^1]];
            next = starts[..^1];
        }

        public void Add(int term, int holder) => holders[next[term]++] = holder;

        public Postings Build() => new(starts, holders);
    }
}

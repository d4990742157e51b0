namespace Cica.Answers.Finding.Vectors;

/// <summary>Where the ways of asking for each statement point, and their middle. Built once with the index.</summary>
internal sealed class StatementVectors
{
    // So many statements are compared with every question; of a larger store, only those that share a telling word.
    private const int MostCompared = 4096;

    private readonly WordVectors words;
    private int[] starts = [0];
    private short[] all = [];
    private short[] centres = [];

    public StatementVectors(WordVectors words) => this.words = words;

    /// <summary>How many statements there are.</summary>
    public int Count => starts.Length - 1;

    /// <summary>All of them are compared with every question.</summary>
    public bool ComparesAll => Count <= MostCompared;

    /// <summary>Makes room for all texts of all statements.</summary>
    public void Reserve(IndexPart[] parts)
    {
        var ends = new List<int> { 0 };
        foreach (var part in parts)
        {
            foreach (var texts in part.Statements)
                ends.Add(ends[^1] + texts.Count);
        }
        starts = [.. ends];
        all = new short[starts[^1] * words.Dimension];
        centres = new short[Count * words.Dimension];
    }

    /// <summary>Adds a text of a statement, by its clues; each statement by one thread.</summary>
    public void Add(int statement, int text, List<uint> clues) => Point(clues, Row(starts[statement] + text));

    /// <summary>Finds the middle of a statement all of whose texts have been added.</summary>
    public void End(int statement)
    {
        Span<float> centre = stackalloc float[words.Dimension];
        centre.Clear();
        for (var row = starts[statement]; row < starts[statement + 1]; row++)
            FixedPoint.Add(Row(row), centre);
        WordVectors.Normalise(centre);
        FixedPoint.Round(centre, centres.AsSpan(statement * words.Dimension, words.Dimension));
    }

    /// <summary>Where a question points.</summary>
    public short[] Point(List<uint> clues)
    {
        var direction = new short[words.Dimension];
        Point(clues, direction);
        return direction;
    }

    /// <summary>How near a question is to the middle of a statement's wordings, -1 to 1.</summary>
    public float Centre(ReadOnlySpan<short> question, int statement) =>
        FixedPoint.Cosine(question, centres.AsSpan(statement * words.Dimension, words.Dimension));

    /// <summary>How near the middles of two statements' wordings are to each other, -1 to 1.</summary>
    public float Between(int one, int other) => Centre(centres.AsSpan(one * words.Dimension, words.Dimension), other);

    /// <summary>The same for all statements.</summary>
    public void Centres(ReadOnlySpan<short> question, Span<float> into) => FixedPoint.Cosines(question, centres, into);

    /// <summary>How near it is to the nearest of them, -1 to 1.</summary>
    public float Nearest(ReadOnlySpan<short> question, int statement) => FixedPoint.Greatest(question, Wordings(statement));

    /// <summary>Its wordings are read next.</summary>
    public void Fetch(int statement) => Ahead.Fetch(Wordings(statement));

    private ReadOnlySpan<short> Wordings(int statement) => all.AsSpan((starts[statement] * words.Dimension)..(starts[statement + 1] * words.Dimension));

    private void Point(List<uint> clues, Span<short> direction)
    {
        Span<float> sum = stackalloc float[words.Dimension];
        words.Sum(clues, sum);
        FixedPoint.Round(sum, direction);
    }

    private Span<short> Row(int text) => all.AsSpan(text * words.Dimension, words.Dimension);
}

using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;

namespace Cica.Answers.Finding.Scoping;

/// <summary>How likely a question is not one for the facts, 0 to 1.</summary>
/// <param name="Outside">It is about something else than CICA.</param>
/// <param name="Unheld">It asks for what the facts of no such store hold: telephone numbers, ballots, menus.</param>
internal readonly record struct ScopeReading(float Outside, float Unheld);

/// <summary>
/// Tells whether a question is one for the facts at all. Learnt by tests/Cica.Learning, which writes scope.bin, from the facts' own
/// wordings on the one side and questions on other subjects on the other.
/// </summary>
internal sealed class Scope
{
    private readonly Dictionary<uint, (float Outside, float Unheld)> weights;
    private readonly ClueTable places;
    private readonly (float Outside, float Unheld)[] placed;
    private readonly (float Outside, float Unheld) bias;
    private readonly (float Outside, float Unheld) unknown;

    /// <param name="bias">What both sums begin with.</param>
    /// <param name="weights">What each clue adds.</param>
    public Scope((float Outside, float Unheld) bias, Dictionary<uint, (float Outside, float Unheld)> weights)
    {
        this.bias = bias;
        this.weights = weights;
        places = new ClueTable(weights.Keys.ToArray());
        placed = [.. weights.Values];
        unknown = weights.GetValueOrDefault(ScopeClues.Unknown);
    }

    /// <summary>What scope.bin holds.</summary>
    public static Scope Learnt { get; } = Read();

    /// <summary>Nothing was learnt.</summary>
    public static Scope None { get; } = new((0, 0), []);

    /// <summary>Reads a question.</summary>
    public ScopeReading Of(Frame frame)
    {
        List<uint> clues = new(frame.Tokens.Count * 3), words = new(frame.Tokens.Count);
        ScopeClues.Read(frame, clues, words);
        return Of(clues, words);
    }

    /// <summary>Reads the clues of a question.</summary>
    public ScopeReading Of(IReadOnlyList<uint> clues, IReadOnlyList<uint> words)
    {
        var (outside, unheld) = bias;
        foreach (var clue in clues)
        {
            if (places.Of(clue) is not (>= 0 and var place))
                continue;
            outside += placed[place].Outside;
            unheld += placed[place].Unheld;
        }
        foreach (var word in words)
        {
            var weight = places.Of(word) is >= 0 and var place ? placed[place] : unknown;
            outside += weight.Outside;
            unheld += weight.Unheld;
        }
        return new ScopeReading(Likelihood(outside), Likelihood(unheld));
    }

    /// <summary>Writes what <see cref="Learnt"/> reads: the biases, the count, then each clue with its two weights.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write((Half)bias.Outside);
        writer.Write((Half)bias.Unheld);
        writer.Write(weights.Count);
        foreach (var (clue, weight) in weights.OrderBy(w => w.Key))
        {
            writer.Write(clue);
            writer.Write((Half)weight.Outside);
            writer.Write((Half)weight.Unheld);
        }
    }

    private static float Likelihood(float sum) => 1 / (1 + MathF.Exp(-sum));

    private static Scope Read()
    {
        using var stream = typeof(Scope).Assembly.GetManifestResourceStream("Cica.Answers.scope.bin")!;
        using var reader = new BinaryReader(stream);
        var bias = ((float)reader.ReadHalf(), (float)reader.ReadHalf());
        var count = reader.ReadInt32();
        var weights = new Dictionary<uint, (float, float)>(count);
        for (var i = 0; i < count; i++)
            weights.Add(reader.ReadUInt32(), ((float)reader.ReadHalf(), (float)reader.ReadHalf()));
        return new Scope(bias, weights);
    }
}

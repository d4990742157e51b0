namespace Cica.Answers.Finding;

/// <summary>What the judge needs to know of a statement for one question: read once, however many answers tell it.</summary>
internal sealed class Reading
{
    /// <param name="asking">The question.</param>
    /// <param name="statement">A statement.</param>
    /// <param name="features">What was read of it when it was ranked; null if it was not.</param>
    public Reading(Asking asking, Statement statement, float[]? features)
    {
        Statement = statement;
        Span<ulong> held = stackalloc ulong[asking.Terms.Words];
        var places = asking.Index.Tables.Take();
        places.Enter(asking.Terms);
        if (features is null)
        {
            features = new float[Fit.Features];
            places.Mark(statement.Terms, held);
            asking.Liken(statement, held, features);
            Fit.Read(asking, statement, held, features);
            features[(int)Feature.Nearest] = asking.Pointing.Near(statement.Number);
        }
        Features = features;
        places.Mark(statement.Spoken, held);
        places.Leave(asking.Terms);
        asking.Index.Tables.Return(places);
        Ever = asking.Ever(held);
        foreach (var token in asking.Focus)
            Unspoken += asking.IsSpoken(token, held) ? 0 : 1;
    }

    public Statement Statement { get; }

    /// <summary>One for each <see cref="Feature"/>; those of its own text and its time only if it was ranked.</summary>
    public float[] Features { get; }

    /// <summary>The share of the question that it or any of its wordings says.</summary>
    public float Ever { get; }

    /// <summary>How much of what the question wants to know neither it nor any of its wordings speaks of.</summary>
    public int Unspoken { get; }

    /// <summary>How much there is of a feature.</summary>
    public float this[Feature feature] => Features[(int)feature];
}

namespace Cica.Answers.Understanding;

/// <summary>One word or number of a question.</summary>
internal sealed record Token
{
    /// <summary>Lower case, without diacritics, ё as е.</summary>
    public required string Text { get; init; }

    /// <summary>The word's stem, by which it is looked up.</summary>
    public required string Stem { get; init; }

    /// <summary>Where it begins in the cleaned text.</summary>
    public required int Start { get; init; }

    /// <summary>Its length in the cleaned text.</summary>
    public required int Length { get; init; }

    /// <summary>It was typed with a capital first letter.</summary>
    public bool Capitalised { get; init; }

    /// <summary>It was typed in capitals throughout.</summary>
    public bool AllCapitals { get; init; }

    /// <summary>Its value, if it consists of digits.</summary>
    public int? Number { get; init; }

    /// <summary>The sentence it stands in, from 0.</summary>
    public int Sentence { get; init; }

    /// <summary>The part of a sentence it stands in, between commas, colons and dashes, from 0.</summary>
    public int Clause { get; init; }

    /// <summary>How it was read differently from how it was typed (a typo, a wrong keyboard layout, Latin-typed Russian), if so.</summary>
    public string? Correction { get; init; }
}

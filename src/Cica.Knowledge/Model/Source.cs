namespace Cica.Knowledge.Model;

/// <summary>A publication that facts rest on.</summary>
/// <param name="Id">Its key in the bibliography.</param>
/// <param name="Title">The title as published.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Author">The author, where one is named.</param>
/// <param name="Date">When it was published; null for a page without any date.</param>
/// <param name="Estimated">The page itself carries no date: <paramref name="Date"/> is the bibliography's estimate.</param>
/// <param name="Url">The link, where there is one.</param>
/// <param name="Language">Language code of the publication.</param>
/// <param name="Place">Where it stands in the data.</param>
public sealed record Source(string Id, string Title, string Publisher, string? Author, PartialDate? Date, bool Estimated, Uri? Url, string Language, Place Place)
{
    /// <summary>The same source: within one snapshot the key tells.</summary>
    public bool Equals(Source? other) => ReferenceEquals(this, other) || (other is not null && Id == other.Id);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A reference to a source and, for documents cited by paragraph, the paragraph ("21", "43-63").</summary>
public sealed record Citation(Source Source, string? Paragraph);

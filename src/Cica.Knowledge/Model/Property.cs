namespace Cica.Knowledge.Model;

/// <summary>A kind of statement, as <c>properties.yaml</c> declares it.</summary>
/// <param name="Id">Its key ("chair", "held", …).</param>
/// <param name="Single">At any time a subject has at most one value.</param>
/// <param name="Happening">It happens at a time (a meeting, a signature) rather than holding over a period.</param>
/// <param name="Templated">Its sentence is made from a template of the language, so a fact needs no words of its own.</param>
/// <param name="Place">Where it stands in the data.</param>
public sealed record Property(string Id, bool Single, bool Happening, bool Templated, Place Place);

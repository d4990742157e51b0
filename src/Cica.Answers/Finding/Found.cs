namespace Cica.Answers.Finding;

/// <summary>A statement found, and how well it fits.</summary>
/// <param name="Statement">The fact or article.</param>
/// <param name="Score">Its fit, to be compared with that of others only.</param>
/// <param name="Share">The share of the question that stands in it, 0 to 1.</param>
/// <param name="Features">What speaks for and against it.</param>
internal readonly record struct Found(Statement Statement, double Score, double Share, float[] Features);

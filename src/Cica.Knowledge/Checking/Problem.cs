using Cica.Knowledge.Model;

namespace Cica.Knowledge.Checking;

/// <summary>Something wrong (or doubtful) in the data: where, and what to do about it.</summary>
/// <param name="Place">The file and line.</param>
/// <param name="Reason">What is wrong, in words that tell the remedy.</param>
/// <param name="IsWarning">Doubtful today, but no reason to refuse the data.</param>
public sealed record Problem(Place Place, string Reason, bool IsWarning = false)
{
    /// <summary><c>file:line: reason</c>, or <c>file:line: warning: reason</c>.</summary>
    public override string ToString() => IsWarning ? $"{Place}: warning: {Reason}" : $"{Place}: {Reason}";
}

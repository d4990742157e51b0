namespace Cica.Knowledge.Model;

/// <summary>Where something stands in the data: a file and a line (from 1), so that a message can point at it.</summary>
public readonly record struct Place(string File, int Line)
{
    /// <summary><c>file:line</c>, as editors and compilers write it.</summary>
    public override string ToString() => $"{File}:{Line}";
}

namespace Cica.Answers.Tests;

/// <summary>
/// The gate while the goal is not reached: what was reached once is kept in committed files (Exam/floor.json,
/// Checklist/open.txt), and a test fails when it gets worse. With CICA_RAISE_FLOOR=1 a run writes what got better into
/// these files; a file that is missing is made from what the run finds. See README.md beside this file.
/// </summary>
internal static class Ratchet
{
    public const string Switch = "CICA_RAISE_FLOOR";

    /// <summary>Whether this run may write what got better.</summary>
    public static bool Raises { get; } = Environment.GetEnvironmentVariable(Switch) == "1";

    /// <summary>Writes a file where its text differs.</summary>
    public static void Write(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text)
            File.WriteAllText(path, text);
    }
}

using System.Text;

namespace Cica.Answers.Tests.Checklist;

/// <summary>The checklist, gone through once, and the list of its open lines.</summary>
internal sealed class ChecklistReport
{
    private const string Head =
        """
        # Lines of checklist.jsonl whose question is not yet answered from its facts.
        # The list may only shrink: CICA_RAISE_FLOOR=1 dotnet test tests/Cica.Answers.Tests takes off what is answered by now.

        """;

    private static readonly Lazy<ChecklistReport> LazyCurrent = new(() => new ChecklistReport());
    private static readonly string Folder = Path.Combine(RealData.Tests, "Checklist");

    private ChecklistReport()
    {
        Lines = File.ReadLines(Path.Combine(Folder, "checklist.jsonl")).Where(l => l.Length > 0).Select(ChecklistLine.Of).ToDictionary(l => l.Id);
        Open = ReadOpen();
    }

    public static ChecklistReport Current => LazyCurrent.Value;

    /// <summary>Every line by its id.</summary>
    public IReadOnlyDictionary<string, ChecklistLine> Lines { get; }

    /// <summary>The ids open.txt names, once this run took off what it may.</summary>
    public IReadOnlySet<string> Open { get; }

    private HashSet<string> ReadOpen()
    {
        var path = Path.Combine(Folder, "open.txt");
        var unanswered = Lines.Values.Where(l => l.Fault is not null).Select(l => l.Id);
        var open = File.Exists(path)
            ? File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').ToHashSet(StringComparer.Ordinal)
            : Ratchet.Raises ? unanswered.ToHashSet(StringComparer.Ordinal) : [];
        if (!Ratchet.Raises)
            return open;
        open.IntersectWith(unanswered);
        var kept = Lines.Keys.Where(open.Contains);
        Ratchet.Write(path, new StringBuilder(Head.ReplaceLineEndings("\n")).AppendJoin('\n', kept).Append('\n').ToString());
        return open;
    }
}

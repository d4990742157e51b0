using System.Globalization;
using System.Text;

namespace Cica.Benchmarks;

/// <summary>The figures as one Markdown table: ours at three sizes, the yardstick at the same three.</summary>
internal static class Table
{
    private const string None = "–";

    public static string Write(IReadOnlyList<Scale> scales, double[] starts, IReadOnlyList<(string Name, string[] Values)> precise, int questions)
    {
        var text = new StringBuilder();
        var sizes = scales.Select(s => s.Knowledge.Facts.Count.ToString("N0", CultureInfo.InvariantCulture)).ToArray();
        Line(text, $"{questions.ToString("N0", CultureInfo.InvariantCulture)} questions", sizes.Select(s => $"Cica.Bot, {s} facts").Concat(sizes.Select(s => $"Lucene.Net BM25, {s} facts")));
        Line(text, "---", Enumerable.Repeat("--:", scales.Count * 2));
        Both(text, scales, "time per question, median", s => Micro(Measured.Percentile(s.Asking.Microseconds, 0.5)), s => Micro(Measured.Percentile(s.Searching.Microseconds, 0.5)));
        Both(text, scales, "time per question, 99th percentile", s => Micro(Measured.Percentile(s.Asking.Microseconds, 0.99)), s => Micro(Measured.Percentile(s.Searching.Microseconds, 0.99)));
        Both(text, scales, "time per question, slowest", s => Micro(s.Asking.Microseconds.Max()), s => Micro(s.Searching.Microseconds.Max()));
        Both(text, scales, "allocation per question, median", s => Kilo(Measured.Percentile(s.Asking.Bytes, 0.5)), s => Kilo(Measured.Percentile(s.Searching.Bytes, 0.5)));
        Both(text, scales, "allocation per question, 99th percentile", s => Kilo(Measured.Percentile(s.Asking.Bytes, 0.99)), s => Kilo(Measured.Percentile(s.Searching.Bytes, 0.99)));
        foreach (var (name, values) in precise)
            Line(text, name, values.Concat(Enumerable.Repeat(None, scales.Count)));
        Both(text, scales, "load and check the files", s => Milli(s.LoadMilliseconds), _ => None);
        Both(text, scales, "build the index", s => Milli(s.BuildMilliseconds), s => Milli(s.IndexMilliseconds));
        Both(text, scales, "managed heap", s => Mega(s.HeapMegabytes), s => Mega(s.IndexMegabytes));
        Both(text, scales, $"right answers (of {scales[0].Answers.Answerable})", s => Share(s.Answers.Right, s.Answers.Answerable), s => Share(s.Hits.Right, s.Hits.Answerable));
        Both(text, scales, "wrong answers", s => Share(s.Answers.Wrong, s.Answers.Answerable), s => Share(s.Hits.Wrong, s.Hits.Answerable));
        Both(text, scales, $"declined of what is outside (of {scales[0].Answers.Outside})", s => Share(s.Answers.Declined, s.Answers.Outside), s => Share(s.Hits.Declined, s.Hits.Outside));
        Both(text, scales, "questions that failed", s => s.Answers.Failed.ToString(CultureInfo.InvariantCulture), _ => None);
        Line(text, "process start to first answer, median and slowest", [$"{Milli(Measured.Percentile(starts, 0.5))}, {Milli(starts.Max())}", .. Enumerable.Repeat(None, (scales.Count * 2) - 1)]);
        for (var i = 0; i < scales[0].Hard.Length; i++)
        {
            var at = i;
            Both(text, scales, $"4,096 characters: {scales[0].Hard[i].Name}", s => Micro(s.Hard[at].Median), _ => None);
        }
        return text.ToString().TrimEnd();
    }

    private static void Both(StringBuilder text, IReadOnlyList<Scale> scales, string name, Func<Scale, string> ours, Func<Scale, string> theirs) =>
        Line(text, name, scales.Select(ours).Concat(scales.Select(theirs)));

    private static void Line(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", cells).AppendLine(" |");

    private static string Micro(double value) => Number(value, "µs");

    private static string Milli(double value) => Number(value, "ms");

    private static string Kilo(double bytes) => Number(bytes / 1024, "KB");

    private static string Mega(double value) => Number(value, "MB");

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.0} %");

    private static string Number(double value, string unit) => value.ToString(value < 10 ? "0.0" : "N0", CultureInfo.InvariantCulture) + " " + unit;
}

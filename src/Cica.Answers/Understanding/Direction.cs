using System.Collections.Frozen;

namespace Cica.Answers.Understanding;

/// <summary>Which way a question goes along a row of holders: to who came before, or to who came after.</summary>
internal static class Direction
{
    // Whoever is asked for gave it away.
    private static readonly string[] FromWhom =
        ["from whom", "от кого", "у кого", "кто передал", "who handed", "who passed", "who gave", "who did she replace", "who did he replace", "whom did he replace", "whom did she replace", "whom did they replace", "whom did he succeed", "whom did she succeed", "whom did they succeed", "who did they replace", "who did she succeed", "who did he succeed", "кого сменил", "кого он сменил", "кого она сменил", "кого они сменил", "кого заменил", "кого он заменил", "кого она заменил"];

    private static readonly FrozenSet<string> Being = FrozenSet.ToFrozenSet(["был", "была", "было", "стал", "стала", "работал", "работала", "служил", "являлся", "являлась", "станет"], StringComparer.Ordinal);

    // Whoever is asked for was given it.
    private static readonly string[] ToWhom = ["to whom", "кому"];

    /// <summary>To who came before: "who handed over to Türkiye?", "from whom did it take over?"</summary>
    public static bool IsBackwards(Frame frame)
    {
        var text = string.Join(' ', frame.Tokens.Select(t => t.Text));
        if (ToWhom.Any(words => text.Contains(words, StringComparison.Ordinal)))
            return false;
        if (FromWhom.Any(words => text.Contains(words, StringComparison.Ordinal)))
            return true;
        if (frame.Has("order.before") || (frame.Has("order.previous") && !frame.Has("order.after")))
            return true;
        return frame.Has("handover") && (frame.Tokens[^1].Text == "from" || text.Contains("from which", StringComparison.Ordinal));
    }

    /// <summary>"Кем он стал потом?", "where did he go later?": what became of one and the same, and not who came next.</summary>
    public static bool IsOfTheSame(Frame frame)
    {
        if (frame.Tokens.Any(static t => t.Text == "кем") && !frame.HasPlainly("handover") && frame.Tokens.Any(static t => Being.Contains(t.Text)))
            return true;
        return frame.Asks(Ask.Where | Ask.What) && frame.Tokens.Any(static t => t.Text is "go" or "went" or "become" or "work" or "do") && frame.Tokens.Any(static t => t.Text is "later" or "afterwards" or "after" or "next" or "then");
    }

    /// <summary>On or back from what was told.</summary>
    public static bool Directs(Frame frame) => frame.HasAny("order.before", "order.after", "order.previous", "order.next");

    /// <summary>"Until what date?", "до какого года?": the end of something.</summary>
    public static bool IsUntilWhen(Frame frame) => frame.Asks(Ask.When) && frame.Tokens[0].Text is "until" or "till" or "до";

    /// <summary>"Until?", "and the end?", "конец?": it asks for an end, and for nobody.</summary>
    public static bool IsEnd(Frame frame)
    {
        if (frame.Tokens.Count <= 2 && frame.Tokens[0].Text is "until" or "till")
            return true;
        if ((frame.Ask & ~Ask.When) != Ask.None || frame.Has("ask.when") || frame.Entities.Count > 0 || frame.Time is not null || !frame.Concepts.TryGetValue("ending", out var endings))
            return false;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            if (frame.Weights[i] > 0 && !endings.Any(m => m.Covers(i)))
                return false;
        }
        return true;
    }
}

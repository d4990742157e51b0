using System.Globalization;
using System.Text;
using Cica.Answers.Finding.Scoping;

namespace Cica.Answers.Understanding;

/// <summary>A frame in words, for <c>--explain</c>.</summary>
internal static class Tracing
{
    public static string Of(Frame frame)
    {
        var text = new StringBuilder();
        text.Append("language ").Append(frame.Language).Append("; asks ").Append(frame.Ask);
        text.Append("; words ").AppendJoin(' ', frame.Tokens.Select((t, i) => $"{t.Text}({frame.Weights[i]:0.#}{(t.Correction is null ? "" : ", corrected")})"));
        text.Append("; concepts ").AppendJoin(", ", frame.Concepts.Keys);
        text.Append("; entities ").AppendJoin(", ", frame.Entities.Select(e => e.Meaning.Id));
        if (frame.Time is { } time)
            text.Append("; time ").Append(time.Relation).Append(' ').Append(time.First.ToString("O")).Append('–').Append(time.Last.ToString("O"));
        if (frame.Ordinal is { } ordinal)
            text.Append("; ordinal ").Append(ordinal);
        return text.ToString();
    }

    public static string Of(ScopeReading scope) =>
        string.Create(CultureInfo.InvariantCulture, $"scope: outside {scope.Outside:0.00}, unheld {scope.Unheld:0.00}");

    public static string Inherited(Frame frame) =>
        $"concepts {string.Join(", ", frame.InheritedConcepts)}; entities {string.Join(", ", frame.Inherited.Select(e => e.Id))}";
}

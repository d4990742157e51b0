using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Composing;

/// <summary>Why a question is not answered.</summary>
internal enum Refusal
{
    /// <summary>About CICA, but the facts do not hold it.</summary>
    NotKnown,

    /// <summary>About another organisation.</summary>
    OtherOrganisation,

    /// <summary>About something else.</summary>
    OtherSubject,

    /// <summary>Orders to the bot.</summary>
    Instructions,

    /// <summary>No words that could be read.</summary>
    Noise,

    /// <summary>A language it does not speak.</summary>
    OtherLanguage,
}

/// <summary>Says honestly, in a line, that and why there is no answer, and offers what is known.</summary>
internal static class Refusals
{
    public static Refusal KindOf(Frame frame)
    {
        if (frame.Tokens.Count == 0 || frame.Tokens.All(t => t.Text.Length == 1 && t.Text[0] < '\u3000'))
            return Refusal.Noise;
        var known = Enumerable.Range(0, frame.Tokens.Count).Count(i => frame.Tokens[i].Number is not null || frame.Mentions.Any(m => m.Covers(i)));
        if (known * 2 < frame.Tokens.Count)
            return frame.NamesCica || frame.Tokens.Any(t => t.Text[0] > '\u052f') || frame.Tokens.Count >= 3 ? Refusal.OtherLanguage : Refusal.Noise;
        if (frame.First(EntityKind.ExternalOrganisation) is not null && !frame.NamesCica)
            return Refusal.OtherOrganisation;
        if (!frame.NamesCica && Finding.Anchors.Of(frame) == Finding.Anchor.None)
            return Refusal.OtherSubject;
        return Refusal.NotKnown;
    }

    public static Answer Write(Refusal kind, Sentences words, Draft? near, Conversation? conversation, IReadOnlyList<string>? trace)
    {
        var lines = new List<string> { words.Text("unknown." + kind switch
        {
            Refusal.NotKnown => "not-known",
            Refusal.OtherOrganisation => "other-organisation",
            Refusal.OtherSubject => "other-subject",
            Refusal.Instructions => "instructions",
            Refusal.OtherLanguage => "other-language",
            _ => "noise",
        }) };
        var hasNear = near is { Outcome: Outcome.Answer, Citations.Count: > 0 };
        if (hasNear)
            lines.Add(words.Text("unknown.nearest", ("statement", near!.Lines[0])));
        return new Answer
        {
            Outcome = Outcome.Unknown,
            Language = words.Code,
            Lines = lines,
            Facts = hasNear ? near!.Facts : [],
            Citations = hasNear ? near!.Citations : [],
            SourceLine = hasNear ? near!.SourceLine() : null,
            Suggestions = [words.Text("suggest.chair"), words.Text("suggest.members"), words.Text("suggest.next-summit")],
            Confidence = 0,
            Trace = trace,
            Conversation = conversation,
        };
    }
}

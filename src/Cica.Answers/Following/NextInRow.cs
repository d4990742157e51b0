using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>
/// "And at the next one?", "а на предыдущем саммите?": written out as the meeting that stands there in the row of the one that was
/// spoken of, so that the same is asked of it. Built once over the entities.
/// </summary>
internal sealed class NextInRow(IEnumerable<Entity> known)
{
    private static readonly HashSet<string> Prepositions = new(["at", "in", "during", "на", "в", "во"], StringComparer.Ordinal);
    private static readonly HashSet<string> Articles = new(["the", "that", "его", "самом"], StringComparer.Ordinal);
    private static readonly HashSet<string> Ones = new(["one", "ones", "it", "that", "него", "нее", "этого", "того", "council", "совете", "встрече", "заседании"], StringComparer.Ordinal);
    private static readonly string[] Back = ["order.previous", "order.before"];
    private static readonly string[] Directing = ["order.next", "order.after", .. Back];

    private readonly Entity[] meetings = [.. known.Where(e => e is { Kind: EntityKind.Meeting, Series: not null, Number: not null })];

    /// <summary>The question with the meeting named; null where it names none so.</summary>
    public string? WriteOut(Frame frame, Conversation before)
    {
        if (frame.Entities.Count > 0 || frame.Time is not null || frame.Ordinal is not null || frame.MeansCica && !frame.NamesCicaByNoun)
            return null;
        if (Direction(frame) is not { } direction)
            return null;
        var from = direction.Start;
        while (from > 0 && Articles.Contains(frame.Tokens[from - 1].Text))
            from--;
        // "And the next?", after it was asked who joined there, asks the same.
        var asksTheSame = (from > 0 && Prepositions.Contains(frame.Tokens[from - 1].Text)) || (frame.Ask == Ask.None && before.Concepts.Any(FollowUpWords.OfMeetings.Contains));
        var end = direction.End;
        while (end < frame.Tokens.Count && (Ones.Contains(frame.Tokens[end].Text) || FollowUpWords.Series.Append("meeting").Any(c => Covers(frame, c, end)) || Directing.Any(c => Covers(frame, c, end))))
            end++;
        return Beside(frame, before, Back.Contains(direction.Meaning.Id) ? -1 : 1, asksTheSame) is { } meeting
            ? string.Join(' ', [.. frame.Tokens.Take(from).Select(t => t.Text), .. NameOf(meeting, frame.Language), .. frame.Tokens.Skip(end).Select(t => t.Text)])
            : null;
    }

    // Whoever names CICA leans on nothing.
    private static IEnumerable<string> NameOf(Entity meeting, string language) => meeting.NameIn(language).Split(' ').Where(w => w is not "CICA" and not "СВМДА");

    private Entity? Beside(Frame frame, Conversation before, int step, bool asksTheSame)
    {
        var series = FollowUpWords.Series.FirstOrDefault(frame.Has);
        var spoken = before.Spoken.Append(before.Occasion).OfType<Entity>().FirstOrDefault(e => meetings.Contains(e) && (series is null || e.Series == series));
        var beside = spoken is null ? null : At(spoken.Series, spoken.Number + step);
        // "The one before it?", "and the one after?": not the one from which we have just come.
        if (beside is not null && before.Told.Contains(spoken!) && before.Asked.Contains(beside))
            return At(beside.Series, beside.Number + step);
        return asksTheSame ? beside : null;
    }

    private Entity? At(string? series, int? number) => Array.Find(meetings, m => m.Series == series && m.Number == number);

    private static Mention? Direction(Frame frame)
    {
        foreach (var concept in Directing)
        {
            if (frame.Concepts.TryGetValue(concept, out var mentions))
                return mentions[0];
        }
        return null;
    }

    private static bool Covers(Frame frame, string concept, int token) =>
        frame.Concepts.TryGetValue(concept, out var mentions) && mentions.Any(m => m.Covers(token));
}

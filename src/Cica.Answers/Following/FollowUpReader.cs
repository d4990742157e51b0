using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Following;

/// <summary>Reads a question as one that goes on from the turn before. Built once over the entities.</summary>
internal sealed class FollowUpReader(IReadOnlyDictionary<string, Entity> known)
{
    // So many things that were spoken of are tried beside the likeliest.
    private const int MostTried = 3;

    private readonly ShortNames shortNames = new(known.Values);

    /// <summary>The same question as asked of other things that were spoken of, the latest first.</summary>
    public static IEnumerable<Frame> Otherwise(Frame frame, Frame complete, Conversation before) =>
        complete.Entities.Count > 0 || (frame.Time is null && complete.Time is not null) || (frame.Ordinal is null && complete.Ordinal is not null) ? []
            : before.Spoken.Where(e => e.Kind != EntityKind.Organisation && !complete.Inherited.Contains(e) && CanMean(complete, e)).Distinct().Take(MostTried).Select(complete.Otherwise);

    // "He" is no council.
    private static bool CanMean(Frame frame, Entity entity) =>
        frame.Has("follow.person") ? entity.Kind == EntityKind.Person
            : !frame.Has("follow.meeting") || entity.Kind is EntityKind.Meeting || (entity.Kind is EntityKind.Place or EntityKind.Body && !frame.Inherited.Any(e => e.Kind == EntityKind.Meeting));

    /// <summary>The frame with what it leaves open filled from the conversation; null for a question that stands on its own.</summary>
    public Frame? Complete(Frame frame, Conversation before)
    {
        var complete = FollowUps.Complete(frame, before, shortNames.Meant(frame, before));
        // "And the thirteenth?", of a row that has no word of its own: the meetings of a body.
        if (complete is not null && (complete.Ordinal is null ? NumberedRows.Ordinal(frame)?.Number : frame.HasAny(FollowUpWords.Series) ? null : frame.Ordinal) is { } nth && SeriesOf(before) is { } series
            && known.Values.FirstOrDefault(e => e.Series == series && e.Number == nth) is { } other)
        {
            complete.Inherited.RemoveAll(e => e.Kind == EntityKind.Meeting);
            complete.Inherited.Insert(0, other);
            (complete.Ordinal, complete.OrdinalTokens) = (null, []);
            complete.PointsBack = true;
        }
        // "Who is the chair there?", where a body met: that of the body.
        if (complete is not null && complete.HasAny("chair", "head"))
        {
            for (var i = 0; i < complete.Inherited.Count; i++)
            {
                if (complete.Inherited[i] is { Kind: EntityKind.Meeting, Series: { } of } && known.TryGetValue(of, out var body))
                    complete.Inherited[i] = body;
            }
        }
        return complete;
    }

    // The row of meetings that was spoken of, or that of a body.
    private string? SeriesOf(Conversation before) =>
        before.Spoken.Select(e => e.Kind == EntityKind.Meeting ? e.Series : Things.IsBody(e) && known.Values.Any(m => m.Series == e.Id) ? e.Id : null).FirstOrDefault(s => s is not null);
}

using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Remembering;

/// <summary>What the next turn may lean on.</summary>
internal static class Memory
{
    // An answer of more facts is a list.
    private const int MostOfOne = 2;

    // What directs a question, rather than being what it is about.
    private static readonly string[] Directing = ["ask.", "follow.", "talk.", "order."];

    /// <summary>What orders those that are asked for.</summary>
    public static readonly string[] Ordering = ["order.first", "order.last"];

    // "Who runs it?" of the chair is no question of coordinators.
    private static readonly string[] BesideOffices = ["coordinator", "co-coordinator", "attend-head", "participants", "name-word", "states-word"];

    /// <summary>The conversation after an answer.</summary>
    /// <param name="frame">The question as it was answered.</param>
    /// <param name="draft">The answer.</param>
    /// <param name="candidate">The reading that was answered.</param>
    /// <param name="language">The language of the answer.</param>
    /// <param name="before">The conversation before the question.</param>
    public static Conversation After(Frame frame, Draft draft, Candidate candidate, string language, Conversation? before)
    {
        // CICA itself is what all turns speak of; and a list is of nothing in particular.
        var told = draft.Told.DefaultIfEmpty(draft.Facts.Count <= MostOfOne ? draft.Main?.Subject : null).OfType<Entity>().Where(e => e.Kind != EntityKind.Organisation).Distinct().ToArray();
        // What was asked for is spoken of, though it is not what was told of.
        var pivots = frame.AllEntities.Where(e => IsPivot(e, frame, candidate, told) && e.Kind != EntityKind.Organisation && !told.Contains(e)).Distinct().ToArray();
        return new Conversation
        {
            Language = language,
            Topic = candidate.Topic,
            Concepts = Concepts(frame, draft, candidate),
            Orders = [.. Ordering.Where(frame.Has)],
            Asked = [.. frame.AllEntities.Where(e => !IsPivot(e, frame, candidate, told)).Distinct()],
            Told = told,
            Earlier = pivots,
            OwnEarlier = pivots.Length,
            Occasion = OccasionOf(draft.Main) ?? (frame.IsFollowUp ? before?.Occasion : null),
            Fact = draft.Main,
            Period = (frame.IsFollowUp && IsOverview(draft.Main) ? before?.Period : null) ?? PeriodOf(draft.Main) ?? (frame.IsFollowUp ? before?.Period : null),
            Ask = (int)frame.Ask,
            Time = frame.Time is { } time ? (time.First, time.Last) : null,
        }.After(before);
    }

    /// <summary>The conversation after a question of another organisation was declined.</summary>
    public static Conversation AfterElsewhere(Frame frame, string language, Conversation? before, Entity? of = null) =>
        (before ?? new Conversation { Language = language }) with { Elsewhere = new Elsewhere([.. Spoken(frame)], (int)frame.Ask, of ?? frame.First(EntityKind.ExternalOrganisation)) };

    private static IEnumerable<string> Spoken(Frame frame) => frame.Concepts.Keys.Where(c => !Directing.Any(d => c.StartsWith(d, StringComparison.Ordinal)) && !frame.IsPartOfName(c));

    private static string[] Concepts(Frame frame, Draft draft, Candidate candidate)
    {
        var named = Spoken(frame).Concat(frame.InheritedConcepts);
        return candidate.Topic switch
        {
            // "Entered" may be said of an office too; once a membership was told, it was not.
            "membership" => [.. named.Where(c => c != "handover" || !frame.Has("join")).Concat(frame.HasAny(FollowUpWords.Kinds) ? [] : ["member"]).Distinct()],
            "tenure" or "sequence" when draft.Main is { } office => [.. named.Where(c => !BesideOffices.Contains(c)).Append(office.Property.Id).Distinct()],
            _ => [.. named.Distinct()],
        };
    }

    /// <summary>The time in which a fact was so, or the year in which it happened.</summary>
    public static (DateOnly First, DateOnly Last)? PeriodOf(Fact? fact) => fact is not { From: { } from } ? null
        : fact.Property.Happening ? (new DateOnly(from.Year, 1, 1), new DateOnly(from.Year, 12, 31))
        : (from.First, fact.Until?.First.AddDays(-1) ?? from.Last);

    // "Who chaired before them?" was not asked of them, but of whoever it was: "and in 2009?" is not either.
    private static bool IsPivot(Entity entity, Frame frame, Candidate candidate, Entity[] told) =>
        candidate.Topic is "tenure" or "sequence" && frame.Inherited.Contains(entity) && entity.Kind is EntityKind.State or EntityKind.Person && told.Length > 0 && !told.Contains(entity)
        && Direction.Directs(frame);

    // What is told of CICA as a whole is of no time in particular; an office of it is.
    private static bool IsOverview(Fact? fact) => fact is { Subject.Kind: EntityKind.Organisation, Property: { Single: false, Happening: false } };

    /// <summary>The meeting of which a fact tells, or at which it came about.</summary>
    public static Entity? OccasionOf(Fact? fact) =>
        fact is null ? null : fact.About.Prepend(fact.Subject).FirstOrDefault(e => e.Kind == EntityKind.Meeting) ?? (fact.Value?.Entity is { Kind: EntityKind.Meeting } meeting ? meeting : null);
}

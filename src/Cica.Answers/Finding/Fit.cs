using System.Collections.Frozen;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>What speaks for and against a statement as the answer to a question.</summary>
internal enum Feature
{
    /// <summary>The share of the question that stands in the statement.</summary>
    Share,

    /// <summary>The share of the question that its best wording says too.</summary>
    Asked,

    /// <summary>The share of the best wording that the question says too.</summary>
    Written,

    /// <summary>The share of the question that the best wording or the statement says.</summary>
    Either,

    /// <summary>How like the question the second of its wordings is.</summary>
    Second,

    /// <summary>How near the question points to the nearest of its wordings.</summary>
    Nearest,

    /// <summary>How near it points to their middle.</summary>
    Centre,

    /// <summary>The best wording wants the same kind of answer.</summary>
    SameKind,

    /// <summary>The best wording wants another kind of answer.</summary>
    OtherKind,

    /// <summary>Names and numbers of the best wording that the question does not hold; at most two.</summary>
    Extra,

    /// <summary>Names and numbers of the question that the best wording does not hold; at most two.</summary>
    Lacking,

    /// <summary>The share of the time asked about that the statement covers.</summary>
    Overlap,

    /// <summary>It happened at another time than the question names.</summary>
    OtherTime,

    /// <summary>The share of the named entities that are its subject.</summary>
    SubjectNamed,

    /// <summary>The share of the named entities that are its value.</summary>
    ValueNamed,

    /// <summary>The share of the named entities that it does not know.</summary>
    EntityMissing,

    /// <summary>It is about a thing of CICA's that the question does not name.</summary>
    SubjectUnnamed,

    /// <summary>It is about a state or a person that the question does not name.</summary>
    ActorUnnamed,

    /// <summary>The question names CICA and nothing else, and it is about CICA itself.</summary>
    CicaItself,

    /// <summary>The question names CICA and nothing else, and it is about something of CICA's.</summary>
    NotCicaItself,

    /// <summary>How long it is: long texts share words by chance.</summary>
    Length,

    /// <summary>An opinion, though none is asked for and its author is not named.</summary>
    OpinionUnasked,

    /// <summary>An opinion, or somebody's statement, and one is asked for.</summary>
    OpinionAsked,

    /// <summary>Another author is named than its own.</summary>
    OtherAuthor,

    /// <summary>It holds the kind of thing asked for: a number, a date, a place, an actor.</summary>
    AnswersKind,

    /// <summary>It lacks the kind of thing asked for.</summary>
    LacksKind,

    /// <summary>The question names its property.</summary>
    PropertyNamed,

    /// <summary>Its property is told only to those who ask for it, and the question does not.</summary>
    PropertyUnasked,

    /// <summary>It says what something is, and that is asked.</summary>
    Definition,

    /// <summary>It gives a reason, and one is asked for.</summary>
    Reason,

    /// <summary>It is over, and no time is named.</summary>
    Ended,

    /// <summary>Sources dispute it.</summary>
    Disputed,

    /// <summary>It is an article.</summary>
    Prose,

    /// <summary>An article, where why or how is asked.</summary>
    ProseForReason,

    /// <summary>An article, where a single thing is asked: who, when, where, how many, yes or no.</summary>
    ProseForValue,

    /// <summary>A president is asked for, and it is about a person.</summary>
    Leader,

    /// <summary>A president is asked for, and it is about no person.</summary>
    NoLeader,
}

/// <summary>Reads the features of a statement for a question.</summary>
internal static class Fit
{
    public static readonly int Features = Enum.GetValues<Feature>().Length;

    // Properties that people name by another concept.
    private static readonly FrozenDictionary<string, string[]> PropertyConcepts = new Dictionary<string, string[]>
    {
        ["initiative"] = ["proposed"],
        ["host"] = ["chair", "host"],
        ["founded"] = ["established"],
        ["motto"] = ["theme"],
        ["theme"] = ["theme"],
        ["opinion"] = ["view", "recommendation"],
        ["recommendation"] = ["view", "proposed"],
        ["status-now"] = ["status"],
        ["tasks"] = ["task"],
        ["meetings"] = ["meeting", "held"],
        ["outcome"] = ["adopt", "document"],
        ["decision"] = ["outcome", "adopt"],
        ["adopted"] = ["adopt"],
        ["signed"] = ["adopt", "signatory"],
        ["name"] = ["name-word", "ask.full"],
        ["rhythm"] = ["ask.howoften"],
        ["in-force"] = ["status", "adopt"],
        ["participants"] = ["attend-head"],
        ["seat"] = ["ask.where"],
        ["cbm-events"] = ["cbm-events"],
        ["rule"] = ["consensus", "voluntary", "compulsory"],
        ["principle"] = ["consensus", "voluntary", "compulsory"],
        ["head"] = ["chair", "secretary-general", "executive-director"],
        ["planned-date"] = ["planned"],
        ["goal"] = ["ask.why"],
        ["why"] = ["ask.why"],
        ["comparison"] = ["ask.compare", "difference"],
        ["amended"] = ["amend"],
        ["members"] = ["member"],
        ["proposed"] = ["proposed"],
    }.ToFrozenDictionary();

    // Told only to those who ask for just that.
    private static readonly FrozenSet<string> Particular = FrozenSet.ToFrozenSet(
        ["anniversary", "rhythm", "budget", "address", "website", "motto", "theme", "opinion", "recommendation", "applicant", "former-observer", "amended", "proposed", "co-coordinator",
            "deputy", "comparison", "planned-date", "status-now", "building", "legal-status", "drafted", "signed"]);

    /// <summary>How well a statement with these features fits, to be compared with that of others only.</summary>
    public static double Score(Weights weights, ReadOnlySpan<float> features)
    {
        var fit = weights.Fit;
        var score = 0f;
        for (var i = 0; i < fit.Length; i++)
            score += fit[i] * features[i];
        return score;
    }

    public static void Read(Asking asking, Statement statement, Span<float> into)
    {
        var frame = asking.Frame;
        into[(int)Feature.Nearest] = asking.Pointing.Near(statement.Number);
        into[(int)Feature.Centre] = asking.Pointing.Centre(statement.Number);
        Names(frame, statement, into);
        into[(int)Feature.Length] = (float)Math.Max(0, Math.Log2(statement.Terms.Length / 45.0));
        Opinion(frame, statement, into);
        if (frame.Has("president-word"))
            into[(int)(statement.Core.Any(e => e.Kind == EntityKind.Person) ? Feature.Leader : Feature.NoLeader)] = 1;
        if (statement.Fact is { } fact)
            Properties(asking, statement, fact, into);
        else
        {
            into[(int)Feature.Prose] = 1;
            if (frame.Asks(Ask.Why | Ask.How))
                into[(int)Feature.ProseForReason] = 1;
            else if (!frame.Asks(Ask.What | Ask.Compare) && frame.Asks(Ask.Who | Ask.When | Ask.Where | Ask.HowMany | Ask.Which | Ask.List | Ask.YesNo))
                into[(int)Feature.ProseForValue] = 1;
        }
    }

    private static void Names(Frame frame, Statement statement, Span<float> into)
    {
        var each = 1f / Math.Max(1, frame.Entities.Count + frame.Inherited.Count);
        var subject = statement.Core.Length > 0 ? statement.Core[0] : null;
        var named = false;
        foreach (var entity in frame.AllEntities)
        {
            if (entity == subject)
            {
                named = true;
                into[(int)Feature.SubjectNamed] += each;
            }
            else if (statement.Core.Contains(entity))
                into[(int)Feature.ValueNamed] += each;
            else if (!statement.Entities.Contains(entity.Id))
                into[(int)Feature.EntityMissing] += each;
        }
        if (frame.NamesCica && frame.Entities.Count + frame.Inherited.Count == 0 && subject is not null)
            into[(int)(subject.Kind == EntityKind.Organisation ? Feature.CicaItself : Feature.NotCicaItself)] = 1;
        if (subject is not null && subject.Kind != EntityKind.Organisation && !named)
            into[(int)(subject.Kind is EntityKind.State or EntityKind.Person ? Feature.ActorUnnamed : Feature.SubjectUnnamed)] = 1;
    }

    private static void Opinion(Frame frame, Statement statement, Span<float> into)
    {
        var asked = frame.HasAny("view", "recommendation");
        var named = statement.Author is { } author && frame.AllEntities.Contains(author);
        if (statement.Status == FactStatus.Opinion && !asked && !named)
            into[(int)Feature.OpinionUnasked] = 1;
        if (asked && (statement.Status == FactStatus.Opinion || statement.Fact is { Author: not null }))
            into[(int)Feature.OpinionAsked] = 1;
        if (statement.Author is not null && !named && frame.First(EntityKind.Person) is not null)
            into[(int)Feature.OtherAuthor] = 1;
    }

    private static void Properties(Asking asking, Statement statement, Fact fact, Span<float> into)
    {
        var frame = asking.Frame;
        if (Holds(frame, statement, fact) is { } holds)
            into[(int)(holds ? Feature.AnswersKind : Feature.LacksKind)] = 1;
        var property = fact.Property.Id;
        if (frame.Has(property) || (PropertyConcepts.TryGetValue(property, out var concepts) && concepts.Any(frame.Has)))
            into[(int)Feature.PropertyNamed] = 1;
        else if (Particular.Contains(property))
            into[(int)Feature.PropertyUnasked] = 1;
        if (frame.Asks(Ask.What | Ask.Who) && property is "what" or "role" && !frame.Asks(Ask.When | Ask.Where | Ask.HowMany | Ask.Why))
            into[(int)Feature.Definition] = 1;
        if (frame.Asks(Ask.Why) && property is "why" or "goal")
            into[(int)Feature.Reason] = 1;
        if (fact.EndedBy(asking.AsOf) && frame.Time is null && !fact.Property.Happening)
            into[(int)Feature.Ended] = 1;
        if (fact.Status is FactStatus.Disputed)
            into[(int)Feature.Disputed] = 1;
    }

    // A question for a number wants a statement with a number, one for a time a date, one for a place a place it did not name itself.
    private static bool? Holds(Frame frame, Statement statement, Fact fact)
    {
        if (frame.Asks(Ask.HowMany))
            return fact.Value?.Number is not null || statement.HasNumber;
        if (frame.Asks(Ask.When | Ask.Since))
            return (fact.Property.Happening && fact.From is not null) || statement.HasYear;
        if (frame.Asks(Ask.Where))
            return statement.Places.Any(p => !frame.AllEntities.Any(e => e.Id == p));
        if (frame.Asks(Ask.Who))
            return statement.Actors.Any(a => !frame.AllEntities.Any(e => e.Id == a));
        return null;
    }
}

using Cica.Answers.Composing;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Finding;

/// <summary>Reads what speaks for and against an answer that could be given.</summary>
internal static class EvidenceReader
{
    // What counts less was said beside the question.
    private const double Slight = 0.2;

    public static readonly int Evidences = Enum.GetValues<Evidence>().Length;

    /// <summary>Reads what speaks for and against an option beside the others.</summary>
    public static void Read(Option option, IReadOnlyList<Option> all, Span<float> into)
    {
        var (asking, candidate, draft) = option;
        var frame = asking.Frame;
        asking.Evidence.CopyTo(into);
        into[(int)TopicOf(candidate, draft, asking)] = 1;
        var coverage = (float)Math.Clamp(candidate.Score, 0, 1.1);
        into[(int)Evidence.Coverage] = coverage;
        into[(int)Evidence.Whole] = coverage > 0.97f ? 1 : 0;
        foreach (var other in all)
        {
            // What could be meant just as well is no rival of what most likely is.
            if (other.Asking.Frame.IsOtherwise && !frame.IsOtherwise)
                continue;
            // But what most likely is may settle it, whatever else could be meant.
            if (frame.IsOtherwise && !other.Asking.Frame.IsOtherwise && other.Candidate.Settles && other.Candidate.Score > 0.97 && other.Draft.Outcome == Outcome.Answer)
                into[(int)Evidence.Settled] = 1;
            if (other.Candidate.Topic == candidate.Topic)
                continue;
            if (other.Candidate.Score > 0.97 && other.Candidate.IsComputed)
            {
                into[(int)Evidence.WholeRival] = 1;
                into[(int)Evidence.RivalNear] = Math.Max(into[(int)Evidence.RivalNear], Nearest(other));
            }
            if (other.Candidate.Settles && other.Candidate.Score > 0.97 && other.Draft.Outcome == Outcome.Answer)
                into[(int)Evidence.Settled] = 1;
            into[(int)Evidence.Rival] = Math.Max(into[(int)Evidence.Rival], (float)Math.Min(other.Candidate.Score, 1.1) - coverage);
        }
        Facts(asking, candidate, draft, into);
        First(asking, draft, into);
        into[(int)Evidence.Alike] = into[(int)Evidence.Asked] * into[(int)Evidence.Written];
        Order(asking, candidate, draft, into);
        Kind(asking, candidate, draft, into);
        Conversation(asking, candidate, draft, into);
        if (into[(int)Evidence.YesNo] > 0 && candidate.Topic == "statement")
            into[(int)Evidence.YesNoByStatement] = 1;
        into[(int)Evidence.NotKnown] = draft.Outcome == Outcome.Unknown ? 1 : 0;
        into[(int)Evidence.Length] = Math.Min(3, draft.Length / 300f);
        if (draft.Main is { } main && (Turns.IsExcepted(frame, main.Subject) || Turns.IsExcepted(frame, main.Value?.Entity)))
            into[(int)Evidence.TellsExcepted] = 1;
        if (draft.Main is { Subject.Kind: EntityKind.ExternalOrganisation, Property.Id: "observer" or "partner" } && Turns.IsWithin(frame))
            into[(int)Evidence.OtherWay] = 1;
        into[(int)Evidence.Detail] = candidate.Topic == "meeting-detail" ? 1 : 0;
        into[(int)Evidence.Continued] = candidate.IsStatement && frame.IsFollowUp ? 1 : 0;
        // What is doubted need not stand in what is told once more.
        if (candidate.Topic == "again")
            into[(int)Evidence.EntityMissing] = into[(int)Evidence.LentMissing] = into[(int)Evidence.NumberMissing] = 0;
        Doubts.Read(option, into);
    }

    private static float Nearest(Option option)
    {
        var nearest = 0f;
        foreach (var id in option.Draft.Facts)
        {
            if (option.Asking.Index.Of(id) is { } statement)
                nearest = Math.Max(nearest, option.Asking.Pointing.Near(statement.Number));
        }
        return nearest;
    }

    private static void Facts(Asking asking, Candidate candidate, Draft draft, Span<float> into)
    {
        var ranked = asking.Ranked;
        Span<bool> known = stackalloc bool[asking.Named.Length];
        for (var i = 0; i < known.Length; i++)
            known[i] = asking.Named[i] == candidate.Beside;
        var missing = asking.Focus.Length;
        var ever = 0f;
        var best = double.MinValue;
        foreach (var id in draft.Facts)
        {
            if (asking.Index.Of(id) is not { } statement)
                continue;
            for (var i = 0; i < known.Length; i++)
                known[i] |= asking.NamedTerms[i] >= 0 && Array.BinarySearch(statement.Terms, asking.NamedTerms[i]) >= 0;
            var reading = asking.Read(statement);
            into[(int)Evidence.Nearest] = Math.Max(into[(int)Evidence.Nearest], reading[Feature.Nearest]);
            into[(int)Evidence.Centre] = Math.Max(into[(int)Evidence.Centre], reading[Feature.Centre]);
            if (reading[Feature.Asked] + reading[Feature.Written] >= into[(int)Evidence.Asked] + into[(int)Evidence.Written])
            {
                into[(int)Evidence.Asked] = reading[Feature.Asked];
                into[(int)Evidence.Written] = reading[Feature.Written];
                into[(int)Evidence.Second] = reading[Feature.Second];
                into[(int)Evidence.SameKind] = reading[Feature.SameKind];
                into[(int)Evidence.OtherKind] = reading[Feature.OtherKind];
                into[(int)Evidence.Extra] = reading[Feature.Extra];
                into[(int)Evidence.Lacking] = reading[Feature.Lacking];
            }
            ever = Math.Max(ever, reading.Ever);
            missing = Math.Min(missing, reading.Unspoken);
            into[(int)Evidence.Either] = Math.Max(into[(int)Evidence.Either], reading[Feature.Either]);
            var rank = asking.RankOf(statement);
            if (rank == 0)
                into[(int)Evidence.TellsBest] = 1;
            if (rank is >= 0 and < 3)
                into[(int)Evidence.TellsGood] = 1;
            if (rank >= 0)
                best = Math.Max(best, ranked[rank].Score);
        }
        into[(int)Evidence.Never] = 1 - ever;
        if (asking.Focus.Length > 0)
            into[(int)Evidence.FocusMissing] = missing / (float)asking.Focus.Length;
        into[(int)Evidence.Farther] = asking.Pointing.Best - into[(int)Evidence.Nearest];
        var top = ranked.Count > 0 ? ranked[0].Score : 0;
        var found = best > double.MinValue ? best : top - 5;
        var next = top - 5;
        foreach (var other in ranked)
        {
            if (!draft.Facts.Contains(other.Statement.Id))
                next = Math.Max(next, other.Score);
        }
        into[(int)Evidence.Behind] = (float)Math.Min(5, top - found);
        into[(int)Evidence.Ahead] = (float)Math.Clamp(found - next, 0, 4);
        into[(int)Evidence.Fit] = (float)found / 10;
        into[(int)Evidence.EntityMissing] = Missing(asking.Named, known, draft);
        var own = asking.Frame.Entities.Count;
        if (asking.Named.Length > own)
            into[(int)Evidence.LentMissing] = Missing(asking.Named.AsSpan(own), known[own..], draft);
    }

    // The share of the named entities that the facts do not know; named twice, they count once.
    private static float Missing(ReadOnlySpan<Entity> named, ReadOnlySpan<bool> known, Draft draft)
    {
        int all = 0, missing = 0;
        for (var i = 0; i < named.Length; i++)
        {
            if (named.IndexOf(named[i]) < i)
                continue;
            all++;
            if (!known[i] && !draft.Told.Contains(named[i]))
                missing++;
        }
        return all == 0 ? 0 : missing / (float)all;
    }

    private static void First(Asking asking, Draft draft, Span<float> into)
    {
        if (draft.Facts.Count == 0 || asking.Index.Of(draft.Facts[0]) is not { } statement)
            return;
        var reading = asking.Read(statement);
        into[(int)Evidence.SubjectNamed] = reading[Feature.SubjectNamed];
        into[(int)Evidence.SubjectUnnamed] = reading[Feature.SubjectUnnamed] + reading[Feature.ActorUnnamed];
        into[(int)Evidence.CicaItself] = reading[Feature.CicaItself];
        into[(int)Evidence.NotCicaItself] = reading[Feature.NotCicaItself];
        into[(int)Evidence.PropertyNamed] = reading[Feature.PropertyNamed];
        into[(int)Evidence.PropertyUnasked] = reading[Feature.PropertyUnasked];
        into[(int)Evidence.Opinion] = reading[Feature.OpinionUnasked];
        if (asking.Frame.Time is { } time && statement.Fact is { From: not null } fact && Grader.IsAtOtherTime(fact, time, asking.AsOf))
            into[(int)Evidence.OtherTime] = 1;
        var rank = asking.RankOf(statement);
        into[(int)Evidence.Share] = rank >= 0 ? (float)asking.Ranked[rank].Share : 0;
    }

    /// <summary>Reads what the question says by itself.</summary>
    public static float[] OfQuestion(Asking asking)
    {
        var frame = asking.Frame;
        var into = new float[Evidences];
        into[(int)Evidence.Any] = 1;
        into[(int)Evidence.FollowUp] = frame.IsFollowUp ? 1 : 0;
        into[(int)Evidence.Leaning] = !frame.IsFollowUp ? 0 : Following.Leaning.SaysSo(frame) ? 1 : frame.Entities.Count == 0 && frame.Weights.Sum() <= 2 ? 0.5f : 0;
        into[(int)Evidence.NamesCica] = frame.NamesCica ? 1 : 0;
        var anchor = asking.Anchor;
        into[(int)Evidence.WeakAnchor] = anchor == Anchor.Weak ? 1 : 0;
        into[(int)Evidence.NoAnchor] = anchor == Anchor.None ? 1 : 0;
        into[(int)Evidence.Foreign] = frame.HasForeign ? 1 : 0;
        into[(int)Evidence.Outsider] = frame.First(EntityKind.ExternalOrganisation) is not null ? 1 : 0;
        var scope = asking.Scope;
        into[(int)Evidence.Outside] = scope.Outside;
        into[(int)Evidence.Unheld] = scope.Unheld;
        into[(int)Evidence.YesNo] = frame.AsksOnlyYesNo ? 1 : 0;
        into[(int)Evidence.Ordered] = frame.HasAny("order.first", "order.last", "order.next", "order.previous", "order.before", "order.after", "order.earlier", "order.later") ? 1 : 0;
        var unknown = 0;
        for (var i = 0; i < asking.TokenTerms.Length; i++)
            unknown += asking.TokenTerms[i] < 0 && frame.Weights[i] > 1 ? 1 : 0;
        into[(int)Evidence.Unknown] = Math.Min(1, unknown / 3f);
        into[(int)Evidence.UnknownName] = HasUnknownName(asking) ? 1 : 0;
        if (asking.Focus.Length > 0)
            into[(int)Evidence.FocusUnknown] = asking.Focus.Count(t => asking.TokenTerms[t] < 0) / (float)asking.Focus.Length;
        return into;
    }

    private static void Order(Asking asking, Candidate candidate, Draft draft, Span<float> into)
    {
        if (into[(int)Evidence.Ordered] == 0)
            return;
        // A meeting beside the one that is named was found by its place in the row.
        into[(int)Evidence.OrderMissing] = into[(int)Evidence.Written] < 0.7f && !(candidate.Beside is not null && into[(int)Evidence.Whole] > 0) ? 1 : 0;
        if (asking.Frame.HasAny("order.before", "order.after") && asking.Named.Any(e => draft.Main is { } told && (told.Value?.Entity ?? told.Subject) == e && e.Kind is EntityKind.State or EntityKind.Person))
            into[(int)Evidence.Pivot] = 1;
    }

    // Within a sentence a capital makes a name; a name that nobody knows is not of CICA's world.
    private static bool HasUnknownName(Asking asking)
    {
        var tokens = asking.Frame.Tokens;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (asking.TokenTerms[i] < 0 && tokens[i] is { Capitalised: true, AllCapitals: false, Number: null } && tokens[i].Sentence == tokens[i - 1].Sentence && !tokens[i - 1].Capitalised && asking.Frame.Weights[i] > 1)
                return true;
        }
        return false;
    }

    private static void Conversation(Asking asking, Candidate candidate, Draft draft, Span<float> into)
    {
        if (!asking.Frame.IsFollowUp || asking.Before is not { } before)
            return;
        into[(int)Evidence.Otherwise] = asking.Frame.IsOtherwise ? 1 : 0;
        var restated = Following.Leaning.Restates(asking.Frame);
        into[(int)Evidence.Restated] = restated ? 1 : 0;
        into[(int)Evidence.RestatedOtherwise] = restated && before.Fact is { } asked && draft.Main?.Property != asked.Property ? 1 : 0;
        into[(int)Evidence.SameTopic] = before.Topic == candidate.Topic ? 1 : 0;
        into[(int)Evidence.SameThing] = draft.Told.Any(before.Told.Contains) ? 1 : 0;
        if (draft.Main is not { } fact)
            return;
        into[(int)Evidence.SameSubject] = before.Told.Contains(fact.Subject) || before.Asked.Contains(fact.Subject) ? 1 : 0;
        if (before.Fact is not { } last)
            return;
        // "What else was adopted that day?" is not answered by what was told.
        if (fact == last && asking.Frame.Has("follow.else"))
            into[(int)Evidence.TellsExcepted] = 1;
        if (fact == last)
            into[(int)(Following.Leaning.IsBareAsk(asking.Frame) && into[(int)Evidence.KindHeld] > 0 ? Evidence.SameFactAgain : Evidence.SameFact)] = 1;
        into[(int)Evidence.SameProperty] = fact != last && fact.Property == last.Property ? 1 : 0;
        if (asking.Index.Of(fact) is { } statement && asking.Index.Of(last) is { } other)
            into[(int)Evidence.Coherent] = asking.Index.Vectors.Between(statement.Number, other.Number);
    }

    private static void Kind(Asking asking, Candidate candidate, Draft draft, Span<float> into)
    {
        var frame = asking.Frame;
        for (var i = 0; i < frame.Tokens.Count; i++)
        {
            var token = frame.Tokens[i];
            if (token.Number is > 2 && frame.Weights[i] > Slight && !Says(draft, token.Text))
                into[(int)Evidence.NumberMissing] = 1;
        }
        if (frame.Asks(Ask.Who | Ask.Which | Ask.Where) && !frame.Asks(Ask.List | Ask.HowMany) && !frame.Has("order.alltime"))
        {
            foreach (var id in draft.Facts)
            {
                if (asking.Index.Of(id) is { } statement)
                    into[(int)Evidence.Crowd] = Math.Max(into[(int)Evidence.Crowd], Math.Clamp(((frame.Asks(Ask.Where) ? statement.Places : statement.Actors).Length - 1) / 4f, 0, 1));
            }
        }
        bool? held = frame.Asks(Ask.HowMany) ? candidate.Key.StartsWith("count:", StringComparison.Ordinal) || Tells(asking, draft, static (statement, _) => statement.HasNumber)
            : frame.Asks(Ask.When | Ask.Since) ? draft.Lines.Any(static l => l.AsSpan().ContainsAnyInRange('0', '9'))
            : frame.Asks(Ask.Where) && !Turns.AsksOrigin(frame) ? Tells(asking, draft, static (statement, named) => Fit.HasOther(statement.Places, named))
            : frame.Asks(Ask.Who) ? Tells(asking, draft, static (statement, named) => Fit.HasOther(statement.Actors, named))
            : null;
        if (held is { } holds)
            into[(int)(holds ? Evidence.KindHeld : Evidence.KindMissing)] = 1;
    }

    private static bool Says(Draft draft, string text) => draft.Lines.Any(l => l.Contains(text, StringComparison.Ordinal));

    private static bool Tells(Asking asking, Draft draft, Func<Statement, int[], bool> what)
    {
        foreach (var id in draft.Facts)
        {
            if (asking.Index.Of(id) is { } statement && what(statement, asking.NamedTerms))
                return true;
        }
        return false;
    }

    private static Evidence TopicOf(Candidate candidate, Draft draft, Asking asking) => candidate.Topic switch
    {
        "membership" => Evidence.Membership,
        "tenure" => Evidence.Tenure,
        "meeting" => Evidence.Meeting,
        "field" => Evidence.Field,
        "event" => Evidence.Event,
        "sequence" => Evidence.Sequence,
        "again" => Evidence.Again,
        "statement" => draft.Facts.Count > 0 && asking.Index.Of(draft.Facts[0])?.Article is not null ? Evidence.Prose : Evidence.Statement,
        _ => Evidence.OtherTopic,
    };
}

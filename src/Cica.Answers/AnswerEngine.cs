using System.Collections.Frozen;
using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Following;
using Cica.Answers.Remembering;
using Cica.Answers.Topics;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers;

/// <summary>
/// From a question to an answer: understand, find, compose. Built once over a snapshot; answering touches nothing outside its
/// arguments, so any number of threads may ask at once.
/// </summary>
public sealed class AnswerEngine
{
    // "Last year" and "next month" must still be days of the calendar.
    private static readonly DateOnly Earliest = new(2, 1, 1);
    private static readonly DateOnly Latest = new(9998, 12, 31);

    private readonly KnowledgeSnapshot knowledge;
    private readonly StatementIndex index;
    private readonly FrameReader frames;
    private readonly FollowUpReader followUps;
    private readonly NextInRow rows;
    private readonly FrozenDictionary<string, Sentences> sentences;
    private readonly Learnt learnt;
    private readonly ConversationCode codes;
    private readonly ITopic[] topics = [new MembershipTopic(), new TenureTopic(), new MeetingTopic(), new FieldTopic(), new EventTopic(), new NameTopic(), new DefinitionTopic(), new OrderTopic(), new AdoptionTopic(), new SequenceTopic(), new DayTopic(), new AgeTopic(), new OriginTopic(), new AgainTopic(), new StatementTopic()];

    /// <summary>Builds the index and the lexicon over a snapshot.</summary>
    public AnswerEngine(KnowledgeSnapshot knowledge)
        : this(knowledge, Learnt.Last)
    {
    }

    /// <summary>The same with others than those learnt last: for learning them anew.</summary>
    internal AnswerEngine(KnowledgeSnapshot knowledge, Learnt learnt)
    {
        this.knowledge = knowledge;
        this.learnt = learnt;
        sentences = Composing.Sentences.For(knowledge);
        codes = new ConversationCode(knowledge);
        var words = Task.Run(() => LexiconBuilder.Build(knowledge));
        var parts = IndexPart.Of(knowledge, (fact, language) => sentences[language].AllWords(fact));
        var lexicon = words.GetAwaiter().GetResult();
        var reader = new QuestionReader(lexicon);
        frames = new FrameReader(reader, knowledge.Entities);
        followUps = new FollowUpReader(knowledge.Entities);
        rows = new NextInRow(knowledge.Entities.Values);
        index = StatementIndex.Build(parts, lexicon, reader, learnt.Vectors);
    }

    /// <summary>The facts it answers from.</summary>
    public KnowledgeSnapshot Knowledge => knowledge;

    /// <summary>Reads questions.</summary>
    internal FrameReader Frames => frames;

    /// <summary>Reads them as going on from the turn before.</summary>
    internal FollowUpReader FollowUps => followUps;

    /// <summary>What it says, by language.</summary>
    internal FrozenDictionary<string, Sentences> Sentences => sentences;

    /// <summary>A citation in words, as in a source line: publisher, “title”, date, paragraph.</summary>
    public string Describe(Citation citation, string language) =>
        (sentences.TryGetValue(language, out var words) ? words : sentences["en"]).Cite(citation);

    /// <summary>A conversation in at most so many letters of base64url, for <see cref="Recall"/>; the least needed is left out first.</summary>
    public static string Keep(Conversation conversation, int letters) => ConversationCode.Write(conversation, letters);

    /// <summary>The conversation that was kept, as far as these facts still know of what it spoke; null for what is none.</summary>
    public Conversation? Recall(ReadOnlySpan<char> code, string language) => codes.Read(code, language);

    /// <summary>Answers a question. Never throws for what the question holds.</summary>
    public Answer Ask(Question question, bool explain = false)
    {
        question = question with { AsOf = Within(question.AsOf) };
        var frame = frames.Read(question.Text, question.AsOf);
        return Ask(frame, question, explain, mayAskBack: true);
    }

    /// <summary>Whether a question may mean something of what was said before it. Where it does not, an answer that holds by itself is the answer to it.</summary>
    public bool Leans(Question question)
    {
        if (question.Conversation is not { } before)
            return false;
        question = question with { AsOf = Within(question.AsOf) };
        var frame = frames.Read(question.Text, question.AsOf);
        if (Leaning.LeansOnNothing(frame))
            return false;
        if (frame.Tokens.All(static t => t.Number is not null) || Anchors.ThatOther(frame, before) is not null || (before.Elsewhere is not null && Homewards.MayTurn(frame)))
            return true;
        return before.HasSpoken && Lean(frame, question.AsOf, before) is var (meant, complete) && (meant != frame || complete is { PointsBack: true });
    }

    private static DateOnly Within(DateOnly day) => day < Earliest ? Earliest : day > Latest ? Latest : day;

    private Answer Ask(Frame frame, Question question, bool explain, bool mayAskBack)
    {
        var trace = explain ? new List<string>() : null;
        var language = LanguageOf(question, frame);
        var words = sentences[language];
        trace?.Add(Tracing.Of(frame));

        if (Talk.Reply(frame, words, question.Conversation) is { } talk)
            return talk with { Trace = trace, Conversation = question.Conversation, StandsAlone = !AgainTopic.AsksWhetherSure(frame) };
        var asked = frame;
        if (Guard.Remainder(question.Text, frame) is { } rest)
        {
            trace?.Add("instructions in the question: left out");
            frame = frames.Read(rest, question.AsOf);
            // What is left must be a question for us of its own, not the rest of a story.
            if (Anchors.Of(frame) != Anchor.Firm)
                return Refusals.Write(Refusal.Instructions, words, null, question.Conversation, trace);
        }

        // What is left of a question without its instructions may lean on what was said before; and choices are tried there.
        var alone = Leaning.LeansOnNothing(frame);
        if (!alone && question.Conversation is { } spoken && Anchors.ThatOther(frame, spoken) is { } other)
            return Refusals.Write(Refusal.OtherOrganisation, words, null, Memory.AfterElsewhere(frame, language, spoken, other), trace);
        if (question.Conversation?.Elsewhere is { } elsewhere)
            Homewards.Turn(frame, elsewhere);
        var options = Options(frame, question, words, trace);
        if (trace is not null && options.Count > 0)
            trace.Add(Tracing.Of(options[0].Asking.Scope));
        var judged = Judge.All(options, trace);
        var (best, confidence) = Judge.Likeliest(judged);
        var knowsOnlyOfAnother = best is not null && confidence >= Thresholds.Answer && Doubts.IsOfSomethingElse(best, options);
        if (best is null || confidence < Thresholds.Answer || knowsOnlyOfAnother)
        {
            var kind = Refusals.KindOf(frame);
            // Whoever reads like another subject's asker is not asked which of CICA's facts was meant.
            var choices = mayAskBack && !knowsOnlyOfAnother && kind == Refusal.NotKnown && !options.Exists(o => o.Asking.Scope.Outside > Thresholds.Stranger) ? Choices.Among(judged, words.Code) : [];
            var askingBack = choices.Count > 1;
            if (askingBack && AskBack(choices, confidence, question, words, trace) is { } choice)
                return choice;
            trace?.Add($"declined: {kind}" + (best is null ? "" : knowsOnlyOfAnother ? " (only that something else is not known)" : $" (best {confidence:0.00} < {Thresholds.Answer:0.00})"));
            var near = best is not null && confidence >= Thresholds.Near && kind == Refusal.NotKnown ? best.Draft : null;
            var after = kind == Refusal.OtherOrganisation ? Memory.AfterElsewhere(frame, language, question.Conversation) : question.Conversation;
            return Refusals.Write(kind, words, near, after, trace) with { StandsAlone = alone && !askingBack && ReferenceEquals(after, question.Conversation) };
        }
        var draft = best.Draft;
        trace?.Add($"chosen: {best.Candidate.Topic} ({best.Candidate.Reading})");
        if (draft.Citations.Count == 0 && draft.Outcome == Outcome.Answer)
            draft.Outcome = Outcome.Unknown;
        return new Answer
        {
            Outcome = draft.Outcome,
            Language = language,
            Lines = draft.Lines,
            Facts = draft.Facts,
            Citations = draft.Citations,
            SourceLine = draft.SourceLine(),
            Suggestions = draft.Suggestions.Where(s => !Same(s, question.Text)).ToArray(),
            Confidence = confidence,
            Trace = trace,
            StandsAlone = alone,
            HoldsByItself = confidence >= Thresholds.ByItself && best.Asking.Frame == asked && options.TrueForAll(o => o.Asking == best.Asking),
            Conversation = Memory.After(best.Asking.Frame, draft, best.Candidate, language, question.Conversation),
        };
    }

    // "2013?" is in the language that was spoken before.
    private string LanguageOf(Question question, Frame frame) =>
        question.Language is { } wanted && sentences.ContainsKey(wanted) ? wanted
        : question.Conversation is { } spoken && sentences.ContainsKey(spoken.Language) && !Leaning.StandsAlone(frame) && frame.Tokens.All(static t => t.Number is not null) ? spoken.Language
        : frame.Language;

    // Every choice shown is tried first: what it stands for must be an answer.
    private Answer? AskBack(List<string> choices, double confidence, Question question, Sentences words, List<string>? trace)
    {
        choices.RemoveAll(c => Same(c, question.Text) || Ask(frames.Read(c, question.AsOf), new Question(c, question.AsOf, words.Code, question.Conversation), explain: false, mayAskBack: false).Outcome != Outcome.Answer);
        if (choices.Count < 2)
            return null;
        trace?.Add("close readings: asks back");
        return new Answer
        {
            Outcome = Outcome.Clarify,
            Language = words.Code,
            Lines = [words.Text("clarify.which")],
            Suggestions = choices,
            Confidence = confidence,
            Trace = trace,
            Conversation = question.Conversation,
        };
    }

    /// <summary>A question that was read, beside the facts.</summary>
    internal Asking Begin(Frame frame, DateOnly asOf, Conversation? before) => new(frame, knowledge, index, asOf, before, learnt);

    /// <summary>Every answer that could be given, to the question by itself and as a follow-up.</summary>
    internal List<Option> Options(Frame frame, Question question, Sentences words, List<string>? trace)
    {
        var options = new List<Option>(8);
        if (question.Conversation is not { HasSpoken: true } before || Leaning.LeansOnNothing(frame))
        {
            Collect(Begin(frame, question.AsOf, null), words, options);
            return options;
        }
        (frame, var complete) = Lean(frame, question.AsOf, before);
        var asking = Begin(frame, question.AsOf, null);
        if (Noise.Is(asking))
            complete = null;
        if (complete is not { PointsBack: true })
            Collect(asking, words, options);
        if (complete is null || Judge.IsSure(options, Thresholds.ByItself))
            return options;
        trace?.Add("as a follow-up: " + Tracing.Inherited(complete));
        Collect(Begin(complete, question.AsOf, before), words, options);
        if (Judge.IsSure(options, Thresholds.Sure))
            return options;
        foreach (var other in FollowUpReader.Otherwise(frame, complete, before))
            Collect(Begin(other, question.AsOf, before), words, options);
        return options;
    }

    // The question as it is meant where it leans on what was said before: written out, where a meeting beside another is meant, and completed.
    private (Frame Meant, Frame? Complete) Lean(Frame frame, DateOnly asOf, Conversation before)
    {
        var written = rows.WriteOut(frame, before);
        if (written is not null)
            frame = frames.Read(written, asOf);
        var complete = followUps.Complete(frame, before);
        // "Who chaired before that?" says nothing by itself once there is a "that".
        if (complete is not null)
            complete.PointsBack |= written is not null || Leaning.PointsBack(frame, complete, before);
        return (frame, complete);
    }

    private void Collect(Asking asking, Sentences words, List<Option> options)
    {
        var frame = asking.Frame;
        if (asking.SaysNothing || (asking.Anchor == Anchor.None && Anchors.IsOfAnother(frame)))
            return;
        // Whoever asks this bot means CICA, unless it reads like another subject, or like the rest of what was said before; then only
        // what is asked much like the facts' own questions is answered.
        if (asking.Anchor == Anchor.None && (frame.HasForeign || Leaning.SaysSo(frame) || asking.Scope.Outside > Thresholds.Elsewhere) && !asking.IsLikeAWording && !asking.PointsPlainly && !AgainTopic.IsMeant(asking))
            return;
        foreach (var topic in topics)
        {
            foreach (var candidate in topic.Read(asking))
            {
                // A statement may be asked for in words that neither it nor its wordings hold.
                if (candidate.Score < Thresholds.Considered && !candidate.IsStatement)
                    continue;
                var draft = Compose(candidate, words, asking.AsOf);
                if (draft.Lines.Count > 0)
                    options.Add(new Option(asking, candidate, draft));
            }
        }
    }

    private static Draft Compose(Candidate candidate, Sentences words, DateOnly asOf)
    {
        var draft = new Draft(words, asOf);
        candidate.Compose(draft);
        return draft;
    }

    private static bool Same(string suggestion, string text) => string.Equals(suggestion.Trim('?', ' '), text.Trim('?', ' '), StringComparison.OrdinalIgnoreCase);
}

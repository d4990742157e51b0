using System.Collections.Frozen;
using Cica.Answers.Composing;
using Cica.Answers.Finding;
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
    private readonly KnowledgeSnapshot knowledge;
    private readonly StatementIndex index;
    private readonly FrameReader frames;
    private readonly FrozenDictionary<string, Sentences> sentences;
    private readonly ConversationCode codes;
    private readonly ITopic[] topics = [new MembershipTopic(), new TenureTopic(), new MeetingTopic(), new FieldTopic(), new EventTopic(), new NameTopic(), new DefinitionTopic(), new OrderTopic(), new AdoptionTopic(), new StatementTopic()];

    /// <summary>Builds the index and the lexicon over a snapshot.</summary>
    public AnswerEngine(KnowledgeSnapshot knowledge)
    {
        this.knowledge = knowledge;
        sentences = Sentences.For(knowledge);
        codes = new ConversationCode(knowledge);
        var lexicon = LexiconBuilder.Build(knowledge);
        var reader = new QuestionReader(lexicon);
        frames = new FrameReader(reader, knowledge.Entities);
        index = StatementIndex.Build(knowledge, lexicon, reader, (fact, language) => sentences[language].AllWords(fact));
    }

    /// <summary>The facts it answers from.</summary>
    public KnowledgeSnapshot Knowledge => knowledge;

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
        var trace = explain ? new List<string>() : null;
        var frame = frames.Read(question.Text, question.AsOf);
        var language = question.Language is { } wanted && sentences.ContainsKey(wanted) ? wanted : frame.Language;
        var words = sentences[language];
        trace?.Add(Tracing.Of(frame));

        if (Talk.Reply(frame, words) is { } talk)
            return talk with { Trace = trace, Conversation = question.Conversation };
        if (Guard.Remainder(question.Text, frame) is { } rest)
        {
            trace?.Add("instructions in the question: left out");
            if (rest.Length == 0)
                return Refusals.Write(Refusal.Instructions, words, null, question.Conversation, trace);
            frame = frames.Read(rest, question.AsOf);
        }

        var best = Find(frame, question, trace);
        if (best is not { Candidate.Score: >= Thresholds.Answer })
        {
            var kind = Refusals.KindOf(frame);
            trace?.Add($"declined: {kind}" + (best is null ? "" : $" (best {best.Value.Candidate.Score:0.00} < {Thresholds.Answer:0.00})"));
            var near = best is { Candidate.Score: >= Thresholds.Near } close && kind == Refusal.NotKnown ? close.Candidate : null;
            return Refusals.Write(kind, words, near is null ? null : Compose(near, words, question.AsOf), question.Conversation, trace);
        }
        var (candidate, used) = best.Value;
        trace?.Add($"chosen: {candidate.Topic} ({candidate.Why})");
        var draft = Compose(candidate, words, question.AsOf);
        if (!draft.Lines.Any())
            return Refusals.Write(Refusal.NotKnown, words, null, question.Conversation, trace);
        if (draft.Citations.Count == 0 && draft.Outcome == Outcome.Answer)
            draft.Outcome = Outcome.Unknown;
        return new Answer
        {
            Outcome = draft.Outcome,
            Language = language,
            Lines = [.. draft.Lines],
            Facts = draft.Facts,
            Citations = draft.Citations,
            SourceLine = draft.SourceLine(),
            Suggestions = draft.Suggestions.Where(s => !Same(s, question.Text)).ToArray(),
            Confidence = Math.Clamp(candidate.Score, 0, 1),
            Trace = trace,
            Conversation = FollowUps.Remember(used, draft, candidate, language),
        };
    }

    private (Candidate Candidate, Frame Frame)? Find(Frame frame, Question question, List<string>? trace)
    {
        var best = Best(frame, question, trace, 0);
        if (question.Conversation is { } before && FollowUps.Complete(frame, before) is { } complete)
        {
            trace?.Add("as a follow-up: " + Tracing.Inherited(complete));
            var followed = Best(complete, question, trace, FollowUps.Preference(frame));
            if (followed is not null && (best is null || followed.Score >= best.Score))
                return (followed, complete);
        }
        return best is null ? null : (best, frame);
    }

    private Candidate? Best(Frame frame, Question question, List<string>? trace, double preference)
    {
        var asking = new Asking(frame, knowledge, index, question.AsOf, question.Conversation);
        var anchor = Anchors.Of(frame);
        if (anchor == Anchor.None)
            return null;
        Candidate? best = null;
        foreach (var topic in topics)
        {
            foreach (var candidate in topic.Read(asking))
            {
                var weighed = candidate with { Score = candidate.Score + preference + Thresholds.Preference(candidate.Topic, candidate.Score) - (anchor == Anchor.Weak ? Thresholds.WeakAnchor : 0) };
                trace?.Add($"candidate {weighed.Score:0.00} {candidate.Topic}: {candidate.Why}");
                if (best is null || weighed.Score > best.Score)
                    best = weighed;
            }
        }
        return best;
    }

    private static Draft Compose(Candidate candidate, Sentences words, DateOnly asOf)
    {
        var draft = new Draft(words, asOf);
        candidate.Compose(draft);
        return draft;
    }

    private static bool Same(string suggestion, string text) => string.Equals(suggestion.Trim('?', ' '), text.Trim('?', ' '), StringComparison.OrdinalIgnoreCase);
}

using Cica.Answers;
using Cica.Answers.Finding;
using Cica.Answers.Remembering;
using Cica.Answers.Tests;
using Cica.Answers.Tests.Exam;
using Cica.Answers.Tests.Questions;
using Cica.Answers.Topics;
using Cica.Answers.Understanding;

namespace Cica.Learning.Lessons;

/// <summary>Reads the lessons on which of the answers that could be given is the right one, if any.</summary>
internal sealed class JudgingLessons
{
    private readonly AnswerEngine engine;
    private readonly List<JudgingLesson> lessons = [];

    private JudgingLessons(AnswerEngine engine) => this.engine = engine;

    /// <param name="engine">Ranks by the weights that are to be used beside the judge's.</param>
    public static IReadOnlyList<JudgingLesson> Read(AnswerEngine engine)
    {
        var reader = new JudgingLessons(engine);
        foreach (var question in PeoplesQuestions.All)
        {
            Conversation? conversation = null;
            foreach (var turn in question.Turns)
                conversation = reader.Add(Origin.Exam, turn, question.AsOf, conversation, _ => true);
        }
        foreach (var line in Checklist.Read())
            reader.Add(Origin.Checklist, line.Turn, line.AsOf, null, option => option.Draft.Facts.Any(line.Covers.Contains));
        return reader.lessons;
    }

    /// <summary>Goes through people's conversations as they should go, and hands out every turn that leans on the one before.</summary>
    public static void Walk(AnswerEngine engine, Action<ExamTurn, DateOnly, Frame, Conversation> take)
    {
        var reader = new JudgingLessons(engine);
        foreach (var question in PeoplesQuestions.All.Where(q => q.IsConversation))
        {
            Conversation? conversation = null;
            foreach (var turn in question.Turns)
            {
                if (conversation is not null && engine.FollowUps.Complete(engine.Frames.Read(turn.Text, question.AsOf), conversation) is { } complete)
                    take(turn, question.AsOf, complete, conversation);
                conversation = reader.Add(Origin.Exam, turn, question.AsOf, conversation, _ => true);
            }
        }
    }

    /// <summary>Questions that no fact's own wording equals: what was taken out of the facts, asked of the rest.</summary>
    /// <param name="engine">Over the rest.</param>
    /// <param name="heldOut">What was taken out.</param>
    public static IReadOnlyList<JudgingLesson> Read(AnswerEngine engine, HeldOut heldOut)
    {
        var reader = new JudgingLessons(engine);
        foreach (var wording in heldOut.Wordings)
        {
            var turn = new ExamTurn(wording.Text, ["answer", "unknown"], [], []);
            reader.Add(Origin.HeldOut, turn, RealData.Today, null, option => option.Draft.Facts.Contains(wording.Statement), IsTold);
        }
        return reader.lessons;
    }

    /// <summary>Questions to which no answer is right.</summary>
    /// <param name="engine">Must not have learnt from them.</param>
    /// <param name="questions">The questions.</param>
    public static IReadOnlyList<JudgingLesson> Read(AnswerEngine engine, IEnumerable<string> questions)
    {
        var reader = new JudgingLessons(engine);
        foreach (var text in questions)
            reader.Add(Origin.Outside, new ExamTurn(text, ["unknown"], [], []), RealData.Today, null, _ => true);
        return reader.lessons;
    }

    // What a topic computes may well be right without telling the one statement that the wording stands with.
    private static bool IsTold(JudgedOption option, Option of) => option.IsRight || !of.Candidate.IsComputed;

    // Returns how the conversation goes on where the right answer is given, whatever is learnt to be given.
    private Conversation? Add(Origin origin, ExamTurn turn, DateOnly asOf, Conversation? before, Func<Option, bool> rests, Func<JudgedOption, Option, bool>? counts = null)
    {
        var frame = engine.Frames.Read(turn.Text, asOf);
        var words = engine.Sentences[frame.Language];
        if (Talk.Reply(frame, words, before) is not null)
            return before;
        if (Guard.Remainder(turn.Text, frame) is { } rest)
        {
            if (rest.Length == 0)
                return before;
            frame = engine.Frames.Read(rest, asOf);
        }
        var options = engine.Options(frame, new Question(turn.Text, asOf, null, before), words, null);
        var judged = options.ConvertAll(o => Judged(o, options, turn, rests));
        var counted = counts is null ? judged : [.. judged.Where((o, i) => counts(o, options[i]))];
        lessons.Add(new JudgingLesson(origin, origin != Origin.HeldOut && (turn.Outcomes.Contains("unknown") || turn.Outcomes.Contains("clarify")), counted));
        var right = judged.FindIndex(o => o.IsRight);
        return right < 0 ? before : Memory.After(options[right].Asking.Frame, options[right].Draft, options[right].Candidate, frame.Language, before);
    }

    private static JudgedOption Judged(Option option, List<Option> all, ExamTurn turn, Func<Option, bool> rests)
    {
        var evidence = new float[JudgedOption.Width];
        EvidenceReader.Read(option, all, evidence);
        var draft = option.Draft;
        var outcome = draft.Outcome == Outcome.Answer && draft.Citations.Count == 0 ? Outcome.Unknown : draft.Outcome;
        var isAnswer = outcome == Outcome.Answer;
        var text = string.Join('\n', draft.Lines) + "\n" + draft.SourceLine();
        var isRight = turn.Outcomes.Contains(Scoring.Name(outcome)) && (!isAnswer || Scoring.Holds(text, turn.Expect, turn.Reject)) && rests(option);
        return new JudgedOption(evidence, isRight, isAnswer);
    }
}

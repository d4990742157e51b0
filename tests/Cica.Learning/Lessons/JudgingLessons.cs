using Cica.Answers;
using Cica.Answers.Finding;
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

    // Returns how the conversation goes on where the right answer is given, whatever is learnt to be given.
    private Conversation? Add(Origin origin, ExamTurn turn, DateOnly asOf, Conversation? before, Func<Option, bool> rests)
    {
        var frame = engine.Frames.Read(turn.Text, asOf);
        var words = engine.Sentences[frame.Language];
        if (Talk.Reply(frame, words) is not null)
            return before;
        if (Guard.Remainder(turn.Text, frame) is { } rest)
        {
            if (rest.Length == 0)
                return before;
            frame = engine.Frames.Read(rest, asOf);
        }
        var options = engine.Options(frame, new Question(turn.Text, asOf, null, before), words, null);
        var judged = options.ConvertAll(o => Judged(o, options, turn, rests));
        lessons.Add(new JudgingLesson(origin, turn.Outcomes.Contains("unknown") || turn.Outcomes.Contains("clarify"), judged));
        var right = judged.FindIndex(o => o.IsRight);
        return right < 0 ? before : FollowUps.Remember(options[right].Asking.Frame, options[right].Draft, options[right].Candidate, frame.Language, before);
    }

    private static JudgedOption Judged(Option option, List<Option> all, ExamTurn turn, Func<Option, bool> rests)
    {
        var evidence = new float[Judge.Evidences * Enum.GetValues<JudgedAs>().Length];
        var own = evidence.AsSpan((int)Judge.WayOf(option.Candidate) * Judge.Evidences, Judge.Evidences);
        Judge.Read(option, all, own);
        var draft = option.Draft;
        var outcome = draft.Outcome == Outcome.Answer && draft.Citations.Count == 0 ? Outcome.Unknown : draft.Outcome;
        var isAnswer = outcome == Outcome.Answer;
        var text = string.Join('\n', draft.Lines) + "\n" + draft.SourceLine();
        var isRight = turn.Outcomes.Contains(Scoring.Name(outcome)) && (!isAnswer || Scoring.Holds(text, turn.Expect, turn.Reject)) && rests(option);
        return new JudgedOption(evidence, Judge.Trust(option, own), isRight, isAnswer);
    }
}

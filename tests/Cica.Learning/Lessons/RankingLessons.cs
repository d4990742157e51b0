using Cica.Answers;
using Cica.Answers.Finding;
using Cica.Answers.Tests;
using Cica.Answers.Tests.Exam;
using Cica.Answers.Tests.Questions;
using Cica.Answers.Understanding;

namespace Cica.Learning.Lessons;

/// <summary>Reads the lessons on which statement fits a question best.</summary>
internal static class RankingLessons
{
    /// <param name="heldOut">Wordings that neither the facts of <paramref name="rest"/> hold nor its vectors were learnt from.</param>
    /// <param name="rest">Is asked these.</param>
    /// <param name="whole">Is asked the rest.</param>
    public static IReadOnlyList<RankingLesson> Read(HeldOut heldOut, AnswerEngine rest, AnswerEngine whole)
    {
        IEnumerable<RankingLesson> all =
        [
            .. heldOut.Wordings.Select(w => Lesson(rest, Origin.HeldOut, w.Text, RealData.Today, s => s.Id == w.Statement)),
            .. PeoplesQuestions.All.Where(q => !q.IsConversation && MustHoldSomething(q.Turns[0]))
                .Select(q => Lesson(whole, Origin.Exam, q.Turns[0].Text, q.AsOf, s => Says(whole, s, q.Turns[0], q.AsOf))),
            .. Checklist.Read().Select(c => Lesson(whole, Origin.Checklist, c.Turn.Text, c.AsOf, s => c.Covers.Contains(s.Id))),
        ];
        return [.. all.Where(l => l.Teaches)];
    }

    /// <summary>The same for turns that lean on the one before.</summary>
    /// <param name="engine">Ranks well enough for conversations to go on as they should.</param>
    public static IReadOnlyList<RankingLesson> ReadFollowUps(AnswerEngine engine)
    {
        var lessons = new List<RankingLesson>();
        JudgingLessons.Walk(engine, (turn, asOf, complete, before) =>
        {
            if (MustHoldSomething(turn))
                lessons.Add(Lesson(engine, Origin.Exam, complete, asOf, before, s => Says(engine, s, turn, asOf)));
        });
        return [.. lessons.Where(l => l.Teaches)];
    }

    private static bool MustHoldSomething(ExamTurn turn) => turn.Outcomes.Contains("answer") && turn.Expect.Count > 0;

    private static RankingLesson Lesson(AnswerEngine engine, Origin origin, string text, DateOnly asOf, Func<Statement, bool> isRight) =>
        Lesson(engine, origin, engine.Frames.Read(text, asOf), asOf, null, isRight);

    private static RankingLesson Lesson(AnswerEngine engine, Origin origin, Frame frame, DateOnly asOf, Conversation? before, Func<Statement, bool> isRight)
    {
        var features = new List<float[]>();
        var right = new List<bool>();
        StatementFinder.Weigh(engine.Begin(frame, asOf, before), (statement, read) =>
        {
            features.Add(read.ToArray());
            right.Add(isRight(statement));
        });
        return new RankingLesson(origin, features, right);
    }

    // In one language at least, what must be in an answer is in the statement.
    private static bool Says(AnswerEngine engine, Statement statement, ExamTurn turn, DateOnly asOf) => engine.Sentences.Values.Any(words =>
    {
        var text = statement.Fact is { } fact ? words.Tell(fact, asOf) + " " + fact.Conflict?[words.Code] : statement.Article!.Text[words.Code];
        return Scoring.Holds(text, turn.Expect, turn.Reject);
    });
}

using Cica.Answers.Tests.Questions;

namespace Cica.Answers.Tests.Promises;

/// <summary>The same question gets the same answer, however often and from however many threads it is asked.</summary>
public sealed class SamenessTests
{
    private static IEnumerable<Turn> First => QuestionSet.Turns.Where(t => t.Number == 0 && t.Thrown is null);

    [Fact]
    public void Asking_twice_gives_the_same_answer() => Assert.All(First, turn => Same(turn, RealData.Engine));

    [Fact]
    public void Another_engine_over_the_same_facts_gives_the_same_answer()
    {
        var other = new AnswerEngine(RealData.Knowledge);
        Assert.All(First, turn => Same(turn, other));
    }

    [Fact]
    public void Asking_from_many_threads_gives_the_same_answers()
    {
        var turns = First.ToArray();
        Parallel.For(0, 3 * turns.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Same(turns[(i * 7919) % turns.Length], RealData.Engine));
    }

    private static void Same(Turn turn, AnswerEngine engine)
    {
        var again = engine.Ask(new Question(turn.Asked.Text, turn.Question.AsOf));
        Assert.True(
            again.Outcome == turn.Answer.Outcome && again.Text == turn.Answer.Text && again.Language == turn.Answer.Language && Math.Abs(again.Confidence - turn.Answer.Confidence) < 1e-9
                && again.Facts.SequenceEqual(turn.Answer.Facts) && again.Suggestions.SequenceEqual(turn.Answer.Suggestions),
            turn.Shown);
    }
}

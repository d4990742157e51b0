using Cica.Answers.Tests.Questions;
using Xunit.Abstractions;

namespace Cica.Answers.Tests.Exam;

/// <summary>
/// The exam: questions as people type them, in two splits. Whoever tunes the engine may look at the misses of the lesson
/// split; the test split shows whether that carries over to questions nobody tuned to. Each figure must reach the goal (97 %
/// right, half a percent wrong), and may not fall below the floor, which is what was reached so far.
/// </summary>
public sealed class ExamTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("lesson", "all")]
    [InlineData("lesson", "en")]
    [InlineData("lesson", "ru")]
    [InlineData("test", "all")]
    [InlineData("test", "en")]
    [InlineData("test", "ru")]
    public void Every_figure_reaches_the_goal_and_what_was_reached_once(string split, string language)
    {
        var report = ExamReport.Current;
        var now = report.Rows.Single(r => (r.Split, r.Language) == (split, language)).Now;
        Assert.True(report.Floor.TryGetValue((split, language), out var floor), $"floor.json has no row for {split}, {language}: {Ratchet.Switch}=1 makes one");
        var figures = $"{split}, {language}\n  goal   {Figures.Goal}{(now.Holds(Figures.Goal) ? "" : " (not met)")}\n  floor  {floor}\n  now    {now}";
        output.WriteLine(figures);
        Assert.True(now.Holds(Figures.Goal), $"short of the goal: {figures}\n\n{report.Results}");
        Assert.True(now.Holds(floor), $"worse than before: {figures}\n\n{report.Results}");
    }

    [Fact]
    public void No_question_makes_the_engine_throw()
    {
        var thrown = QuestionSet.Turns.Where(t => t.Thrown is not null).Select(t => $"{t.Shown}: {t.Thrown}").ToArray();
        Assert.True(thrown.Length == 0, $"{thrown.Length} questions make the engine throw:\n" + string.Join('\n', thrown));
    }

    [Fact]
    public void The_set_is_large_enough_to_mean_something()
    {
        var declines = QuestionSet.From(QuestionSet.Declines).Select(q => q.Id).ToHashSet();
        var plain = QuestionSet.All.Where(q => !q.IsConversation && !declines.Contains(q.Id)).ToArray();
        Assert.True(plain.Count(q => q.Language == "en") >= 600, "English questions");
        Assert.True(plain.Count(q => q.Language == "ru") >= 300, "Russian questions");
        Assert.True(declines.Count >= 250, "questions to decline or to correct");
        Assert.True(QuestionSet.All.Count(q => q.IsConversation) >= 60, "conversations");
        Assert.All(QuestionSet.All, q => Assert.Contains(q.Split, ExamReport.Splits));
        Assert.All(QuestionSet.All, q => Assert.Contains(q.Language, ExamReport.Languages.Except([ExamReport.All])));
        var test = QuestionSet.All.Count(q => q.Split == "test");
        Assert.InRange((double)test / QuestionSet.All.Count, 0.33, 0.34);
    }

    [Fact]
    public void Every_question_stands_once_under_its_own_id()
    {
        Assert.Equal(QuestionSet.All.Count, QuestionSet.All.Select(q => q.Id).Distinct().Count());
        var outcomes = Enum.GetValues<Outcome>().Select(Scoring.Name).ToHashSet();
        Assert.All(QuestionSet.All, q => Assert.All(q.Turns, t => Assert.Subset(outcomes, t.Outcomes.ToHashSet())));
    }
}

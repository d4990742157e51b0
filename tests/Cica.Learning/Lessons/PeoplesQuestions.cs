using Cica.Answers.Tests;
using Cica.Answers.Tests.Questions;

namespace Cica.Learning.Lessons;

/// <summary>The questions of people that are learnt from: the lesson split of the exam, and those of outsiders that have been looked at since.</summary>
internal static class PeoplesQuestions
{
    public static IReadOnlyList<ExamQuestion> All { get; } =
    [
        .. QuestionSet.All.Where(q => q.IsLesson),
        .. Directory.GetFiles(Path.Combine(RealData.Root, "tests", "Cica.Learning", "Outsiders"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(QuestionSet.Read),
    ];
}

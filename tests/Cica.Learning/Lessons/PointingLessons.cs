using Cica.Answers;
using Cica.Answers.Finding.Vectors;
using Cica.Answers.Tests;
using Cica.Answers.Understanding;

namespace Cica.Learning.Lessons;

/// <summary>A text that asks for a statement, or tells it.</summary>
/// <param name="Clues">What it says.</param>
/// <param name="Statement">The number of the statement.</param>
internal sealed record PointingLesson(uint[] Clues, int Statement);

/// <summary>Reads the wordings and the texts of all facts and articles.</summary>
internal static class PointingLessons
{
    public static IReadOnlyList<PointingLesson> Read(AnswerEngine engine)
    {
        var lessons = new List<PointingLesson>();
        var clues = new List<uint>();
        var statement = 0;
        foreach (var texts in Texts(engine))
        {
            foreach (var text in texts)
            {
                var frame = engine.Frames.Read(text, RealData.Today);
                Clues.Read(frame.Tokens, frame.Mentions, clues);
                lessons.Add(new PointingLesson([.. clues], statement));
            }
            statement++;
        }
        return lessons;
    }

    private static IEnumerable<string[]> Texts(AnswerEngine engine)
    {
        foreach (var fact in engine.Knowledge.Facts)
            yield return [.. fact.Questions.Values.SelectMany(q => q), .. engine.Sentences.Values.Select(words => words.AllWords(fact))];
        foreach (var article in engine.Knowledge.Articles)
            yield return [.. article.Questions.Values.SelectMany(q => q), .. engine.Sentences.Keys.Select(language => article.Title[language] + "\n" + article.Text[language])];
    }
}

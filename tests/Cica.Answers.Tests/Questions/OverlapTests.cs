using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Tests.Questions;

/// <summary>
/// The exam is no exam if the facts hold its questions: nothing of the set stands in the data word for word. Small talk is no
/// question to the facts and has only so many wordings: a few of its phrases stand in the words of a language too, and these
/// may not become more.
/// </summary>
public sealed class OverlapTests
{
    private const int Shortest = 4;
    private const int MostSmallTalk = 3;
    private const string WordsOf = "words of ";

    [Fact]
    public void No_question_of_the_set_stands_in_the_data()
    {
        var data = Texts().Select(t => (t.Where, Text: Normal(t.Text))).ToArray();
        var lesson = new List<string>();
        var (test, smallTalk) = (new List<string>(), 0);
        foreach (var question in QuestionSet.All)
        {
            foreach (var turn in question.Turns)
            {
                var normal = Normal(turn.Text);
                if (normal.Count(c => c == ' ') - 1 < Shortest)
                    continue;
                var found = data.FirstOrDefault(d => d.Text.Contains(normal, StringComparison.Ordinal));
                if (found.Where is null)
                    continue;
                if (question.Topic == "small-talk" && found.Where.StartsWith(WordsOf, StringComparison.Ordinal))
                    smallTalk++;
                else if (question.IsLesson)
                    lesson.Add($"{question.Id} \"{turn.Text}\" stands in {found.Where}");
                else
                    test.Add($"a question of the test split stands in {found.Where}");
            }
        }
        Assert.True(lesson.Count + test.Count == 0, $"{test.Count} questions of the test split and {lesson.Count} of the lesson split stand in the data:\n" + string.Join('\n', lesson.Concat(test)));
        Assert.True(smallTalk <= MostSmallTalk, $"{smallTalk} phrases of small talk stand in the words of a language, more than {MostSmallTalk}");
    }

    // Folded words with one space before and after each, so that only whole words meet.
    private static string Normal(string text) => " " + string.Join(' ', Tokenizer.Cut(text).Select(t => t.Text)) + " ";

    private static IEnumerable<(string Where, string Text)> Texts()
    {
        var knowledge = RealData.Knowledge;
        foreach (var article in knowledge.Articles)
        {
            foreach (var text in article.Questions.Values.SelectMany(q => q).Concat(All(article.Title)).Concat(All(article.Text).SelectMany(Sentences)))
                yield return ($"article {article.Id} ({article.Place})", text);
        }
        foreach (var entity in knowledge.Entities.Values)
        {
            foreach (var name in entity.Names.Values.SelectMany(n => n.Aliases.Concat(n.Forms).Prepend(n.Name)))
                yield return ($"names of {entity.Id} ({entity.Place})", name);
        }
        foreach (var fact in knowledge.Facts)
        {
            Localized?[] statements = [fact.Say, fact.While, fact.Conflict, fact.ExpectedEndNote, fact.Keywords, fact.Title, fact.Value?.Text];
            foreach (var text in statements.SelectMany(All).SelectMany(Sentences).Concat(fact.Questions.Values.SelectMany(q => q)))
                yield return ($"fact {fact.Id} ({fact.Place})", text);
        }
        foreach (var language in knowledge.Languages)
        {
            foreach (var phrase in language.Concepts.Values.SelectMany(c => c).Concat(language.Fillers).Concat(language.Foreign).Concat(language.Ambiguous))
                yield return (WordsOf + language.Code, phrase);
        }
    }

    private static IEnumerable<string> All(Localized? text) => text is null ? [] : text.Languages.Select(l => text[l]);

    // The tokenizer looks at the beginning of a long text only.
    private static string[] Sentences(string text) => text.Length < Tokenizer.Limit ? [text] : text.Split(". ");
}

using Cica.Answers.Tests.Questions;
using Cica.Knowledge.Model;

namespace Cica.Answers.Tests.Promises;

/// <summary>Every answer has a source; opinions name their author; proposals stay proposals.</summary>
public sealed class SourceTests
{
    private static IEnumerable<Turn> Answered => QuestionSet.Turns.Where(t => t.Answer.Outcome == Outcome.Answer);

    [Fact]
    public void Every_answer_has_a_citation_and_a_line_that_names_it()
    {
        var bare = Answered.Where(t => t.Answer.Citations.Count == 0 || t.Answer.Facts.Count == 0 || !HasSourceLine(t.Answer)).Select(t => t.Shown).ToArray();
        Assert.True(bare.Length == 0, $"{bare.Length} answers have no source:\n" + string.Join('\n', bare));
    }

    [Fact]
    public void Every_fact_cited_exists()
    {
        var known = RealData.Knowledge.FactById.Keys.Concat(RealData.Knowledge.Articles.Select(a => a.Id)).Concat(RealData.Knowledge.Events.Select(e => e.Id)).ToHashSet();
        Assert.All(Answered, t => Assert.Subset(known, t.Answer.Facts.ToHashSet()));
    }

    [Fact]
    public void What_is_no_answer_names_no_source_of_its_own() =>
        Assert.All(QuestionSet.Turns.Where(t => t.Answer.Outcome == Outcome.Chat), t => Assert.True(t.Answer.Citations.Count == 0 && t.Answer.SourceLine is null, t.Shown));

    [Fact]
    public void The_answer_is_in_the_language_of_the_question()
    {
        var other = Answered.Where(t => t.Answer.Language != t.Question.Language).Select(t => t.Shown).ToArray();
        Assert.True(other.Length == 0, $"{other.Length} answers are in another language:\n" + string.Join('\n', other));
    }

    [Fact]
    public void An_answer_is_short_and_its_first_line_is_not_its_source()
    {
        var long_ = Answered.Where(t => string.Join('\n', t.Answer.Lines).Length > 1500 || t.Answer.Lines.Count == 0)
            .Select(t => $"{t.Shown}: {t.Answer.Text.Length} characters").ToArray();
        Assert.True(long_.Length == 0, $"{long_.Length} answers are longer than a list may be:\n" + string.Join('\n', long_));
    }

    [Fact]
    public void Every_opinion_in_the_data_names_its_author_in_every_language()
    {
        var opinions = RealData.Knowledge.Facts.Where(f => f.Status == FactStatus.Opinion).Select(f => (f.Id, f.Author, Text: f.Say))
            .Concat(RealData.Knowledge.Articles.Where(a => a.Status == FactStatus.Opinion).Select(a => (a.Id, a.Author, Text: (Localized?)a.Text)));
        var nameless = new List<string>();
        foreach (var (id, author, text) in opinions)
        {
            foreach (var language in RealData.Knowledge.Languages.Select(l => l.Code))
            {
                if (author is null || text is null || !Authors.Names(text[language], author, language))
                    nameless.Add($"{id} ({language})");
            }
        }
        Assert.True(nameless.Count == 0, "opinions told without their author: " + string.Join(", ", nameless));
    }

    [Fact]
    public void An_answer_that_rests_on_an_opinion_names_its_author()
    {
        var nameless = new List<string>();
        foreach (var turn in Answered)
        {
            foreach (var id in turn.Answer.Facts)
            {
                var author = RealData.Knowledge.FactById.TryGetValue(id, out var fact) ? fact.Status == FactStatus.Opinion ? fact.Author : null
                    : RealData.Knowledge.Articles.FirstOrDefault(a => a.Id == id && a.Status == FactStatus.Opinion)?.Author;
                if (author is not null && !Authors.Names(string.Join('\n', turn.Answer.Lines), author, turn.Answer.Language))
                    nameless.Add($"{turn.Shown}: {id}");
            }
        }
        Assert.True(nameless.Count == 0, "opinions told without their author:\n" + string.Join('\n', nameless));
    }

    [Theory]
    [InlineData("Is there a CICA Development Bank?")]
    [InlineData("Does CICA have a Development Bank?")]
    [InlineData("Was the CICA Development Bank founded?")]
    [InlineData("When was the CICA Development Bank established?")]
    [InlineData("CICA Development Bank")]
    [InlineData("Есть ли у СВМДА Банк развития?")]
    [InlineData("Существует ли Банк развития СВМДА?")]
    [InlineData("Когда создан Банк развития СВМДА?")]
    public void The_development_bank_is_told_as_the_proposal_of_the_one_who_made_it(string question)
    {
        var answer = RealData.Ask(question);
        Assert.False(Begins(answer, "Yes", "Да"), answer.Text);
        if (answer.Outcome != Outcome.Answer)
            return;
        Assert.Matches("Khan|Хан", answer.Text);
        Assert.Matches("(?i)propos|suggest|предл", answer.Text);
    }

    [Theory]
    [InlineData("Has the CICA Council on Sustainable Connectivity been established?")]
    [InlineData("Does CICA have a Council on Environmental Cooperation?")]
    [InlineData("Does CICA have a Crisis Management Bank?")]
    [InlineData("Is CICA now called OSCA?")]
    [InlineData("Is ASEAN a partner of CICA?")]
    [InlineData("Создан ли Совет СВМДА по устойчивой взаимосвязанности?")]
    [InlineData("Есть ли у СВМДА Совет по экологическому сотрудничеству?")]
    [InlineData("Есть ли у СВМДА Банк кризисного управления?")]
    public void A_proposal_is_never_told_as_fact(string question)
    {
        var answer = RealData.Ask(question);
        Assert.False(Begins(answer, "Yes", "Да"), answer.Text);
    }

    private static bool HasSourceLine(Answer answer) =>
        answer.Text.Split('\n').Any(l => l.StartsWith(answer.Language == "ru" ? "Источник:" : "Source:", StringComparison.Ordinal));

    private static bool Begins(Answer answer, params string[] words) => words.Any(w => answer.Lines[0].StartsWith(w, StringComparison.Ordinal));
}

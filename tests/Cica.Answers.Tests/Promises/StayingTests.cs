namespace Cica.Answers.Tests.Promises;

/// <summary>Promise: a turn that names nothing stays with the very thing that was told.</summary>
public sealed class StayingTests
{
    [Theory]
    [InlineData("2010", "Who was the first chair?", "until when")]
    [InlineData("Türkiye", "Who was the first chair?", "who took over?")]
    [InlineData("2020", "Tell me about Tajikistan's chairmanship. When did it begin?", "and end")]
    [InlineData("Dushanbe", "Tell me about Tajikistan's chairmanship. When did it begin?", "and end", "Which summit fell in it?")]
    [InlineData("Душанбе", "Кто председательствовал до Казахстана?", "какой саммит прошёл за это время?")]
    public void Of_a_holder_with_two_terms_the_term_that_was_told_is_meant(string told, params string[] turns) => Tells(told, turns);

    [Theory]
    [InlineData("Saudi Arabia", "Could you list the observer states?", "Which of them came last?")]
    [InlineData("2023", "How many observer states are there?", "which one came last?", "when exactly?")]
    [InlineData("Turkmenistan", "How many observer states are there?", "which one came last?", "Who was admitted as an observer before that?")]
    [InlineData("Кувейт", "сколько членов?", "кто пришёл последним?")]
    public void The_last_is_one_of_those_that_were_told(string told, params string[] turns) => Tells(told, turns);

    [Theory]
    [InlineData("Cambodia", "When did Bahrain join?", "with?")]
    [InlineData("Эмираты", "Когда вступила Иордания?", "вместе с кем?")]
    public void With_whom_is_asked_of_who_came_in_together(string told, params string[] turns) => Tells(told, turns);

    [Theory]
    [InlineData("Nurtleu", "When was the Road Map for transformation approved?", "who chaired that meeting?")]
    [InlineData("450", "Расскажите про слёт волонтёров", "сколько участников приехало")]
    [InlineData("Алматы", "Расскажите про саммит в Стамбуле", "А предыдущий саммит где проводили?")]
    public void The_meeting_that_was_told_is_meant(string told, params string[] turns) => Tells(told, turns);

    [Theory]
    [InlineData("Sarybay", "Who is the Secretary General of ASEAN?", "And who is CICA's?")]
    [InlineData("меморандум", "Кто возглавляет ШОС?", "А у СВМДА с ней что подписано?")]
    public void After_another_organisation_the_same_is_asked_of_CICA_or_of_their_tie(string told, params string[] turns) => Tells(told, turns);

    [Theory]
    [InlineData("Does CICA have anything with the SCO?", "And how many members does the SCO itself have?")]
    [InlineData("Турция и Иран оба члены?", "и ВВП Турции заодно")]
    [InlineData("Is Vietnam a CICA member?", "what time is it in Hanoi now?")]
    public void What_is_not_of_CICA_stays_unanswered_after_any_answer(params string[] turns) =>
        Assert.Equal(Outcome.Unknown, RealData.Converse(turns).Outcome);

    [Fact]
    public void No_meeting_is_denied_that_the_sources_could_not_know()
    {
        var answer = RealData.Converse(["In which city did the sixth meeting of the Youth Council take place?", "and did it meet again this year?"]);
        Assert.DoesNotContain("No.", answer.Text, StringComparison.Ordinal);
    }

    private static void Tells(string told, params string[] turns)
    {
        var answer = RealData.Converse(turns);
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }
}

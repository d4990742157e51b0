using Cica.Answers.Tests.Questions;

namespace Cica.Answers.Tests.Promises;

/// <summary>What a question leaves open is filled from the turn before, and only from there.</summary>
public sealed class FollowUpTests
{
    [Theory]
    [InlineData("When was the second summit held?", "third?", "Istanbul")]
    [InlineData("When was the fifth summit?", "no, I mean the fourth", "Shanghai")]
    [InlineData("Когда был второй саммит?", "а третий?", "Стамбул")]
    public void A_bare_number_goes_on_along_the_row(string first, string then, string told) => Holds(Follow(first, then), told);

    [Theory]
    [InlineData("What is the Think Tank Forum?", "Which country proposed it?", "China")]
    [InlineData("Who heads the CICA Business Council?", "which country proposed it?", "China")]
    [InlineData("Who is the Secretary General of CICA?", "since when has he been doing this job?", "2022")]
    [InlineData("Who is the Secretary General of CICA?", "who did he take over from?", "Mirzozoda")]
    [InlineData("Кто возглавляет Женский совет СВМДА?", "когда его создали?", "2025")]
    public void It_and_he_stand_for_what_was_told(string first, string then, string told) => Holds(Follow(first, then), told);

    [Theory]
    [InlineData("Which states are observers in CICA?", "which of those was the last to be admitted?", "Saudi Arabia")]
    [InlineData("Сколько в СВМДА наблюдателей?", "кто из них присоединился последним?", "Саудовск")]
    public void They_stand_for_the_kind_that_was_spoken_of(string first, string then, string told) => Holds(Follow(first, then), told);

    [Fact]
    public void So_not_a_full_member_is_asked_of_the_state_before() => Holds(Follow("is the USA in CICA", "so not a full member?"), "observer");

    [Fact]
    public void The_same_year_is_that_of_the_answer_before() => Holds(Follow("When did Cambodia join CICA?", "who else came in that same year?"), "Bahrain");

    [Theory]
    [InlineData("Who hosted the Sixth CICA Summit?", "will it rain there tomorrow?")]
    [InlineData("Who hosted the Sixth CICA Summit?", "<img src=x onerror=alert(1)>")]
    [InlineData("Кто председательствует в СВМДА?", "а какая там погода?")]
    public void Another_subject_is_no_follow_up(string first, string then) => Assert.NotEqual(Outcome.Answer, Follow(first, then).Outcome);

    [Theory]
    [InlineData("and before that?")]
    [InlineData("and in 2012?")]
    [InlineData("а кто до этого?")]
    public void What_leans_on_nothing_says_nothing(string question) => Assert.NotEqual(Outcome.Answer, RealData.Ask(question).Outcome);

    [Theory]
    [InlineData("who chairs CICA?")]
    [InlineData("кто председательствует в СВМДА?")]
    public void What_stands_alone_is_answered_the_same_whatever_was_said_before(string before)
    {
        var conversation = RealData.Ask(before).Conversation;
        Assert.NotNull(conversation);
        var (alone, changed) = (0, new List<string>());
        foreach (var question in QuestionSet.All.Where(q => q.IsLesson))
        {
            foreach (var text in question.Turns.Select(t => t.Text))
            {
                var (first, then) = (RealData.Ask(text, question.AsOf), RealData.Ask(text, question.AsOf, conversation));
                if (!first.StandsAlone && !then.StandsAlone)
                    continue;
                alone++;
                if (!IsSame(first, then))
                    changed.Add($"{question.Id} \"{text}\": {first.Outcome} {first.Lines[0]} → {then.Outcome} {then.Lines[0]}");
            }
        }
        Assert.NotEqual(0, alone);
        Assert.True(changed.Count == 0, $"{changed.Count} of {alone} that stand alone lean all the same:\n" + string.Join('\n', changed));
    }

    private static bool IsSame(Answer one, Answer other) =>
        one.StandsAlone == other.StandsAlone && one.Outcome == other.Outcome && one.Language == other.Language && one.Text == other.Text && Math.Abs(one.Confidence - other.Confidence) < 1e-9
        && one.Facts.SequenceEqual(other.Facts) && one.Citations.SequenceEqual(other.Citations) && one.Suggestions.SequenceEqual(other.Suggestions);

    private static Answer Follow(string first, string then) => RealData.Ask(then, conversation: RealData.Ask(first).Conversation);

    private static void Holds(Answer answer, string told)
    {
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }
}

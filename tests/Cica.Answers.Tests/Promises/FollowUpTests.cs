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

    [Theory]
    [InlineData("When did Sri Lanka join CICA?", "who held the chair that day?", "China")]
    [InlineData("Who joined CICA in 2010?", "and a year later?", "Bahrain")]
    [InlineData("Who chaired CICA in 2012?", "and now?", "Azerbaijan")]
    [InlineData("When did Sri Lanka join CICA?", "how many members were there after that?", "27")]
    [InlineData("Кто вступил в СВМДА в 2010 году?", "а годом позже?", "Бахрейн")]
    public void Times_are_counted_from_what_was_told(string first, string then, string told) => Holds(Follow(first, then), told);

    [Theory]
    [InlineData("Who chairs the CICA Business Council?", "when was this council founded?", "2015")]
    [InlineData("What convention was signed at the Istanbul summit?", "has it entered into force?", "not yet in force")]
    [InlineData("Какая институция координирует Форум аналитических центров СВМДА?", "когда основан этот форум?", "2014")]
    public void A_word_of_its_name_stands_for_the_whole(string first, string then, string told) => Holds(Follow(first, then), told);

    [Theory]
    [InlineData("Who was the last to join CICA as a member?", "and as an observer?", "Saudi Arabia")]
    [InlineData("Who coordinates security of ICTs in CICA?", "together with whom?", "China")]
    [InlineData("When was the sixth CICA summit?", "no, I meant the ministerial", "2021")]
    [InlineData("Is Japan a member of CICA?", "what about China?", "Yes")]
    [InlineData("Когда был создан Секретариат СВМДА?", "на каком саммите?", "Второ")]
    public void The_same_is_asked_of_what_is_named_instead(string first, string then, string told) => Holds(Follow(first, then), told);

    [Theory]
    [InlineData("How many members does the SCO have?", "and CICA?", "28")]
    [InlineData("сколько членов в ШОС?", "ладно, а в СВМДА?", "28")]
    public void What_was_asked_of_another_organisation_can_be_asked_of_CICA(string first, string then, string told)
    {
        var declined = RealData.Ask(first);
        Assert.Equal(Outcome.Unknown, declined.Outcome);
        Assert.False(declined.StandsAlone, "it would be handed to whoever asks the same, with what was said before");
        Holds(RealData.Ask(then, conversation: declined.Conversation), told);
    }

    [Theory]
    [InlineData("how many dimensions does CICA have?", "who coordinates the human one?", "Uzbekistan")]
    [InlineData("Who is the Secretary General of CICA?", "who was in that post right before him?", "Mirzozoda")]
    public void One_word_or_the_post_is_enough(string first, string then, string told) => Holds(Follow(first, then), told);

    [Fact]
    public void So_not_a_full_member_is_asked_of_the_state_before() => Holds(Follow("is the USA in CICA", "so not a full member?"), "observer");

    [Fact]
    public void The_same_year_is_that_of_the_answer_before() => Holds(Follow("When did Cambodia join CICA?", "who else came in that same year?"), "Bahrain");

    [Theory]
    [InlineData("Which country coordinates tourism?", "and energy security?", "Korea")]
    [InlineData("Which country coordinates tourism?", "combating terrorism?", "India")]
    [InlineData("Когда Катар стал членом СВМДА?", "Иордания?", "2008")]
    public void A_bare_name_is_asked_the_same(string first, string then, string told) => Holds(Follow(first, then), told);

    [Theory]
    [InlineData("When did Kuwait join CICA?", "since when?", "2022")]
    [InlineData("Who heads the Council of Eminent Persons?", "for how long?", "five years")]
    [InlineData("Кто такой Гун Цзяньвэй?", "откуда он?", "Кита")]
    public void A_bare_question_goes_back_to_what_was_told(string first, string then, string told) => Holds(Follow(first, then), told);

    [Theory]
    [InlineData("Where was the first meeting of the CICA Women's Council?", "who chairs it?", "Muradova")]
    [InlineData("Где прошло первое заседание Женского совета СВМДА?", "кто там председатель?", "Мурадова")]
    [InlineData("Where was the fourth CICA summit?", "who chaired that?", "China")]
    public void A_meeting_and_a_body_have_a_chair_of_their_own(string first, string then, string told) => Holds(Follow(first, then), told);

    [Theory]
    [InlineData("Mirzozoda", "Who is the Secretary General of CICA?", "who held the job before him?")]
    [InlineData("Gong", "Who is the Secretary General of CICA?", "who held the job before him?", "and before him?")]
    [InlineData("Asanov", "Who is the Secretary General of CICA?", "and the very first one?")]
    [InlineData("Astana", "When is the next CICA summit?", "who is going to host it?", "and the last one, where was it?")]
    [InlineData("Ирак", "сколько было саммитов СВМДА?", "где прошёл третий?", "кого там приняли?")]
    [InlineData("Korea", "When did Thailand join CICA?", "at which meeting?", "who came next?")]
    [InlineData("2004", "How many states signed the Almaty Act?", "was Thailand one of them?", "when did it come in?")]
    [InlineData("2010", "Израиль подписал Алматинский акт?", "а Вьетнам?", "когда он вступил?")]
    [InlineData("Aldemir", "When did Türkiye chair CICA?", "what was the theme of its summit?", "who was the executive director at the time?")]
    public void Turns_go_on_from_each_other(string told, params string[] turns)
    {
        Holds(RealData.Converse(turns), told);
    }

    [Theory]
    [InlineData("How many members does CICA have?", "and ASEAN, how many members has that got?")]
    [InlineData("Сколько стран в СВМДА?", "а сколько членов в ШОС?")]
    [InlineData("And is there such an agreement with ASEAN?", "how many members does ASEAN have?")]
    public void What_another_organisation_has_is_its_own_affair(string first, string then) => Assert.NotEqual(Outcome.Answer, Follow(first, then).Outcome);

    [Theory]
    [InlineData("Who chairs CICA?", "thanks, you saved my seminar paper")]
    [InlineData("Сколько членов в СВМДА?", "спасибо большое, очень помогли")]
    public void Thanks_are_no_question(string first, string then) => Assert.Equal(Outcome.Chat, Follow(first, then).Outcome);

    [Fact]
    public void A_kept_conversation_goes_on_as_the_one_it_was_kept_from()
    {
        var conversation = RealData.Converse(["Where was the third CICA summit?", "how many members were there after it?"]).Conversation;
        var kept = RealData.Engine.Recall(AnswerEngine.Keep(conversation!, 64), conversation!.Language);
        Assert.NotNull(kept);
        Assert.Equal(conversation.Told, kept.Told);
        Assert.Equal(conversation.Earlier, kept.Earlier);
        Assert.Equal(conversation.Fact, kept.Fact);
    }

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

    private static Answer Follow(string first, string then) => RealData.Converse([first, then]);

    private static void Holds(Answer answer, string told)
    {
        Assert.Equal(Outcome.Answer, answer.Outcome);
        Assert.Contains(told, answer.Text, StringComparison.Ordinal);
    }
}

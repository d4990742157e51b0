using Cica.Answers.Tests.Questions;
using CsCheck;

namespace Cica.Answers.Tests.Fuzzing;

/// <summary>Whatever is typed, the engine answers it soundly and never throws.</summary>
public sealed class EngineFuzzTests
{
    private const int Many = 3000;

    private static readonly DateOnly[] Days = [DateOnly.MinValue, new(1992, 10, 5), new(2002, 6, 4), new(2015, 2, 28), RealData.Today, new(2100, 1, 1), DateOnly.MaxValue];
    private static readonly string[] Asked = [.. QuestionSet.Turns.Select(t => t.Asked.Text).Distinct()];
    private static readonly string[] Turns = [.. QuestionSet.Turns.Where(t => t.Number > 0).Select(t => t.Asked.Text).Distinct(), "Who came last?", "Кто пришёл последним?", "and the first?", "who else?", "а кто ещё?"];
    private static readonly string[] Counts = ["How many members?", "Сколько членов?", "how many observers are there?", "сколько было саммитов?", "how many documents were adopted?"];
    private static readonly string?[] Languages = [null, "en", "ru", "zz", ""];

    public static TheoryData<string> Enormous() =>
    [
        "a", " ", "\u200f", "\0", "<", "<b>", "\ud800", "中", "1", "9 ", "?", "who chairs cica ", "кто председательствует в свмда ", "Иран Ирак ", "azerbajan ", "rnj ghtlctlfntkm ", "<b>who</b> chairs <i>CICA</i>? ", "and before that? ",
    ];

    [Fact]
    public void Any_question_gets_a_sound_answer() => Texts.Any.Sample(text => Sound(RealData.Ask(text)), iter: Many);

    [Fact]
    public void Any_question_on_any_day_and_in_any_language_gets_a_sound_answer() =>
        Gen.Select(Texts.Mixed, Gen.OneOf(Days), Gen.OneOf(Languages))
            .Sample((text, day, language) => Sound(RealData.Ask(text, day, null, language)), iter: Many);

    [Theory]
    [InlineData("What events come next?")]
    [InlineData("What has just been?")]
    [InlineData("Что будет в октябре?")]
    public void The_first_and_the_last_day_there_is_have_events_too(string question) =>
        Assert.All((DateOnly[])[DateOnly.MinValue, DateOnly.MaxValue], day => Sound(RealData.Ask(question, day)));

    [Fact]
    public void Any_conversation_gets_sound_answers() => Sounds(Texts.Mixed.Array[2, 5], Gen.Const(RealData.Today), Many / 3);

    [Fact]
    public void Whatever_people_ask_one_after_the_other_on_any_day_gets_sound_answers() => Sounds(Gen.OneOf(Asked).Array[2, 4], Gen.OneOf(Days), Many);

    [Fact]
    public void Whatever_comes_after_a_count_on_any_day_gets_a_sound_answer() =>
        Sounds(Gen.Select(Gen.OneOf(Counts), Gen.OneOf(Turns), (count, turn) => new[] { count, turn }), Gen.Int[2003, 2027].Select(year => new DateOnly(year, 12, 20)), Many / 3);

    [Theory]
    [MemberData(nameof(Enormous))]
    public void A_hundred_thousand_characters_get_a_sound_answer(string piece) =>
        Sound(RealData.Ask(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length))));

    private static void Sounds(Gen<string[]> conversations, Gen<DateOnly> days, long many) =>
        Gen.Select(conversations, days).Sample(
            (texts, day) =>
            {
                Conversation? conversation = null;
                foreach (var text in texts)
                {
                    var answer = RealData.Ask(text, day, conversation);
                    Sound(answer);
                    conversation = answer.Conversation ?? conversation;
                }
            },
            iter: many);

    private static void Sound(Answer answer)
    {
        Assert.False(string.IsNullOrWhiteSpace(answer.Text));
        Assert.All(answer.Lines, line => Assert.False(string.IsNullOrWhiteSpace(line)));
        Assert.InRange(answer.Confidence, 0, 1);
        Assert.True(answer.Language is "en" or "ru", answer.Language);
        Assert.DoesNotMatch(@"[{\[]\w*[}\]|]", answer.Text);
        if (answer.Outcome == Outcome.Answer)
        {
            Assert.NotEmpty(answer.Citations);
            Assert.NotEmpty(answer.Facts);
            Assert.NotNull(answer.SourceLine);
        }
        if (answer.Outcome == Outcome.Clarify)
            Assert.True(answer.Suggestions.Count >= 2, "a choice has at least two ways to go");
    }
}

using Cica.Answers.Understanding;
using CsCheck;

namespace Cica.Answers.Tests.Understanding;

public sealed class TypingTests
{
    [Theory]
    [InlineData("rbnfq", "китай")]
    [InlineData("cdvlf", "свмда")]
    [InlineData("ghtlctlfntkm", "председатель")]
    [InlineData("сшсф", "cica")]
    [InlineData("6-q", "6-й")]
    public void A_word_typed_in_the_wrong_layout_is_retyped(string typed, string meant) => Assert.Equal(meant, Typing.OtherLayout(typed));

    [Theory]
    [InlineData("")]
    [InlineData("中国")]
    [InlineData("a±b")]
    public void What_no_keyboard_of_the_two_can_type_is_left_alone(string text) => Assert.Null(Typing.OtherLayout(text));

    [Theory]
    [InlineData("председатель", "predsedatel")]
    [InlineData("казахстан", "kazakhstan")]
    [InlineData("саммит", "sammit")]
    [InlineData("члены", "chleny")]
    [InlineData("наблюдатель", "nablyudatel")]
    [InlineData("секретариат", "sekretariat")]
    public void Russian_typed_with_latin_letters_sounds_like_the_word_meant(string russian, string latin) =>
        Assert.Equal(Typing.SoundKey(russian), Typing.SoundKey(Typing.ByCyrillicSound(latin)));

    [Theory]
    [InlineData("rnj ghtlctlfntkmcndetn d cdvlf", "chair")]
    [InlineData("kto predsedatelstvuet v svmda", "chair")]
    [InlineData("crjkmrj xktyjd d cdvlf", "member")]
    [InlineData("skolko chlenov v svmda", "member")]
    [InlineData("rjulf ,sk gthdsq cfvvbn cdvlf", "summit-1")]
    [InlineData("kogda byl pervyj sammit svmda", "summit-1")]
    public void A_whole_question_is_read_as_russian_and_as_meant(string text, string meant)
    {
        var frame = Reading.Frame(text);
        Assert.Equal("ru", frame.Language);
        Assert.True(frame.NamesCica);
        Assert.Contains(meant, frame.Concepts.Keys.Concat(frame.AllEntities.Select(e => e.Id)));
    }

    [Theory]
    [InlineData("who chairs cica", "en")]
    [InlineData("кто председательствует в cica", "ru")]
    [InlineData("CICA саммит когда", "ru")]
    [InlineData("is Kazakhstan a member", "en")]
    public void The_language_is_that_of_the_question(string text, string language) => Assert.Equal(language, Reading.Frame(text).Language);

    [Fact]
    public void Retyping_and_sounding_never_throw() =>
        Texts.Any.Sample(text =>
        {
            _ = Typing.OtherLayout(text);
            _ = Typing.SoundKey(Typing.ByCyrillicSound(text));
        });

    [Fact]
    public void Retyping_twice_gives_the_text_back() =>
        Gen.Char["abcdefghijklmnopqrstuvwxyz"].Array[1, 20].Select(c => new string(c)).Sample(text => Typing.OtherLayout(Typing.OtherLayout(text)!) == text);
}

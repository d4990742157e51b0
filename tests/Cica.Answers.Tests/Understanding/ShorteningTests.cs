using Cica.Answers.Understanding;
using CsCheck;

namespace Cica.Answers.Tests.Understanding;

/// <summary>Words cut short, or written as one, as people do on a telephone.</summary>
public sealed class ShorteningTests
{
    private static readonly Shortenings Some = new([("coordinator", ["coordinator"], false), ("coordination", ["coordinator"], false), ("territory", ["territory"], false), ("terrorism", ["terrorism"], false), ("observer", ["observer"], false), ("portugal", ["portugal"], true)]);

    [Theory]
    [InlineData("coord", "coordinator")]
    [InlineData("obser", "observer")]
    [InlineData("territ", "territory")]
    [InlineData("portu", "portugal")]
    public void A_beginning_stands_for_the_word_it_is_of(string cut, string whole) => Assert.Equal(whole, Some.Whole(cut));

    [Theory]
    [InlineData("terr")]
    [InlineData("port")]
    [InlineData("obs")]
    [InlineData("observe")]
    [InlineData("coordinators")]
    [InlineData("")]
    public void A_beginning_of_words_that_mean_different_things_or_hardly_one_stays(string cut) => Assert.Null(Some.Whole(cut));

    [Fact]
    public void What_is_found_always_begins_with_what_was_cut() =>
        Gen.String[Gen.Char.AlphaNumeric, 0, 12].Sample(cut => Some.Whole(cut) is not { } whole || whole.StartsWith(cut, StringComparison.Ordinal));

    [Theory]
    [InlineData("transformatn of cica", "transformation")]
    [InlineData("whochairs cica", "chair")]
    [InlineData("who is the chiar of cica", "chair")]
    [InlineData("ктопридумал свмда", "proposed")]
    [InlineData("трансформ свмда", "transformation")]
    [InlineData("набл статус свмда", "observer")]
    public void The_question_is_read_with_the_word_meant(string text, string concept) => Assert.True(Reading.Frame(text).Has(concept));

    [Theory]
    [InlineData("whochairs cica now", "Azerbaijan")]
    [InlineData("ген сек свмда кто щас", "Сарыбай")]
    [InlineData("transformatn official start at what mtg", "Sixth")]
    public void It_is_answered_as_if_it_were_written_out(string text, string told) => Assert.Contains(told, RealData.Ask(text).Text, StringComparison.Ordinal);
}

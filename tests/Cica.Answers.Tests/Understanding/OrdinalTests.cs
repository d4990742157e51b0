using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Tests.Understanding;

public sealed class OrdinalTests
{
    [Theory]
    [InlineData("when was the 6th CICA summit", 6)]
    [InlineData("when was the sixth CICA summit", 6)]
    [InlineData("when was the VI CICA summit", 6)]
    [InlineData("CICA summit VI date", 6)]
    [InlineData("CICA summit number 6", 6)]
    [InlineData("the 1st summit of CICA", 1)]
    [InlineData("the 2nd summit of CICA", 2)]
    [InlineData("third CICA ministerial", 3)]
    [InlineData("когда был шестой саммит СВМДА", 6)]
    [InlineData("где прошел 6-й саммит СВМДА", 6)]
    [InlineData("где прошел 6 саммит СВМДА", 6)]
    [InlineData("VI саммит СВМДА", 6)]
    [InlineData("итоги шестого саммита СВМДА", 6)]
    [InlineData("на пятом саммите СВМДА", 5)]
    [InlineData("о 3-м саммите СВМДА", 3)]
    public void An_ordinal_is_read_in_words_digits_and_roman_numerals(string text, int expected) => Assert.Equal(expected, Number(Reading.Frame(text)));

    [Theory]
    [InlineData("who chairs CICA?")]
    [InlineData("how many members in 2021?")]
    [InlineData("I want to know who chairs CICA")]
    [InlineData("all 28 members of CICA")]
    [InlineData("name two CICA summits")]
    [InlineData("were there three summits of CICA?")]
    [InlineData("how long is one chairmanship")]
    [InlineData("назови три саммита СВМДА")]
    public void No_ordinal_is_read_where_none_stands(string text) => Assert.Null(Number(Reading.Frame(text)));

    // "Sixth Summit" is also the name of a meeting; then the name holds the number.
    private static int? Number(Frame frame) => frame.Ordinal ?? frame.First(EntityKind.Meeting)?.Number;
}

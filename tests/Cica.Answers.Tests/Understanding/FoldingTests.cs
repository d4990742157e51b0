using Cica.Answers.Understanding;

namespace Cica.Answers.Tests.Understanding;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("ÇINAR", "cinar")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Argalı", "argali")]
    [InlineData("Ёлка ёж", "елка еж")]
    [InlineData("МОЙ Йемен", "мой йемен")]
    [InlineData("Côte d’Ivoire", "cote d'ivoire")]
    [InlineData("e\u0301", "e")]
    [InlineData("Ｃｉｃａ", "cica")]
    [InlineData("Əliyev", "eliyev")]
    public void Case_diacritics_and_the_kind_of_apostrophe_make_no_difference(string text, string expected) => Assert.Equal(expected, Folding.Fold(text));

    [Fact]
    public void Folding_twice_is_folding_once()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var once = Folding.Fold((char)c);
            Assert.True(once == Folding.Fold(once), $"U+{c:X4} folds to U+{(int)once:X4}, and that to U+{(int)Folding.Fold(once):X4}");
        }
    }
}

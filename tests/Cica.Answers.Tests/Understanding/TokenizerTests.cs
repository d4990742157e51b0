using Cica.Answers.Understanding;
using CsCheck;

namespace Cica.Answers.Tests.Understanding;

public sealed class TokenizerTests
{
    [Fact]
    public void Any_string_can_be_cut_and_every_token_lies_inside_the_cleaned_text() =>
        Texts.Any.Sample(text =>
        {
            var clean = Tokenizer.Clean(text);
            var end = 0;
            foreach (var token in Tokenizer.Cut(text))
            {
                Assert.True(token.Start >= end && token.Length > 0 && token.Start + token.Length <= clean.Length);
                Assert.NotEmpty(token.Text);
                Assert.NotEmpty(token.Stem);
                end = token.Start + token.Length;
            }
        });

    [Fact]
    public void Cleaning_leaves_no_control_format_or_surrogate_character_and_keeps_within_the_limit() =>
        Texts.Any.Sample(text =>
        {
            var clean = Tokenizer.Clean(text);
            Assert.True(clean.Length <= Tokenizer.Limit);
            Assert.DoesNotContain(clean, c => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || char.IsSurrogate(c)
                || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format);
        });

    [Theory]
    [InlineData("<b>who</b> chairs <i class=\"x\">CICA</i>?")]
    [InlineData("who<br/>chairs<br>CICA")]
    [InlineData("w\u200bh\u00ado chairs CI\u2060CA")]
    [InlineData("\u202ewho\u202c chairs \u200fCICA\u200e")]
    [InlineData("wh\u0000o cha\u0007irs CICA\u001b")]
    [InlineData("who chairs \ud800 CICA \udfff")]
    [InlineData("who chairs 🏔️ CICA 👨‍👩‍👧")]
    [InlineData("\ufeffwho chairs CICA\ufffe")]
    public void Markup_controls_marks_and_lone_surrogates_vanish(string text) =>
        Assert.Equal(["who", "chairs", "cica"], Tokenizer.Cut(text).Select(t => t.Text));

    [Theory]
    [InlineData("6th", new[] { "6", "th" })]
    [InlineData("2022г.", new[] { "2022", "г" })]
    [InlineData("Сарыбай-мырза", new[] { "сарыбай", "мырза" })]
    [InlineData("CICA's chair", new[] { "cica's", "chair" })]
    [InlineData("CICA’s chair", new[] { "cica's", "chair" })]
    [InlineData("Türkiye, Ёлка", new[] { "turkiye", "елка" })]
    public void Words_and_numbers_are_cut_apart(string text, string[] expected) => Assert.Equal(expected, Tokenizer.Cut(text).Select(t => t.Text));

    [Fact]
    public void Numbers_keep_their_value_and_too_long_ones_are_words()
    {
        Assert.Equal(2024, Tokenizer.Cut("2024")[0].Number);
        Assert.Null(Tokenizer.Cut(new string('9', 30))[0].Number);
    }

    [Fact]
    public void Sentences_are_counted() => Assert.Equal([0, 1, 1, 1], Tokenizer.Cut("Hi! who chairs it").Select(t => t.Sentence));
}

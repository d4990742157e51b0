using System.Text;
using Cica.Bot.Telegram.Rendering;
using CsCheck;

namespace Cica.Bot.Tests.Rendering;

public sealed class SplitterTests
{
    private static readonly Gen<string> Words = Gen.Frequency(
        (6, Gen.String[Gen.Char["abc жй.,; "], 0, 400]),
        (2, Gen.String[Gen.Char["<>&\""], 0, 400]),
        (2, Gen.Int[1, 400].Select(n => string.Concat(Enumerable.Repeat("😀", n)))),
        (1, Gen.Int[1, 3000].Select(n => "e" + new string('\u0301', n))),
        (1, Gen.Int[1, 9000].Select(n => new string('x', n))));

    private static readonly Gen<TextLine> Lines = Gen.Select(Words, Gen.Bool, Gen.Int[1, 1500])
        .Select(t => new Run(t.Item1, t.Item2 ? "https://example.org/?" + new string('q', t.Item3) : null))
        .List[1, 6].Select(runs => new TextLine(runs));

    [Fact]
    public void Every_part_keeps_both_limits_and_nothing_is_lost()
    {
        Lines.List[1, 40].Sample(
            lines =>
            {
                var parts = Splitter.Split(lines, TextLimits.Message);
                foreach (var part in parts)
                {
                    var (plain, html) = (Html.Plain(part), Html.Of(part));
                    Assert.InRange(plain.EnumerateRunes().Count(), 1, 4096);
                    Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 32 * 1024);
                    Assert.InRange(part.Sum(l => l.Links), 0, 100);
                    Assert.False(string.IsNullOrWhiteSpace(plain));
                    Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(plain)));
                    Assert.Equal(html.Split("<a ").Length, html.Split("</a>").Length);
                }
                static string Solid(IEnumerable<TextLine> all) => string.Concat(all.SelectMany(l => l.Text).Where(c => !char.IsWhiteSpace(c)));
                Assert.Equal(Solid(lines), Solid(parts.SelectMany(p => p)));
            },
            iter: 300);
    }

    [Fact]
    public void Lines_stay_together_where_they_can()
    {
        TextLine[] lines = [.. Enumerable.Range(0, 60).Select(i => new TextLine($"{i}: {new string('x', 200)}"))];
        var parts = Splitter.Split(lines, TextLimits.Message);
        Assert.Equal(lines, parts.SelectMany(p => p));
        Assert.Equal(4, parts.Count);
    }

    [Fact]
    public void A_line_too_long_is_cut_after_a_sentence_else_a_word()
    {
        var limits = TextLimits.Message with { Characters = 40 };
        Assert.Equal(["One sentence that ends here. ", "Another one of many words"], Splitter.Split([new TextLine("One sentence that ends here. Another one of many words")], limits).Select(Html.Plain));
        Assert.Equal(["Kazakhstan Azerbaijan Mongolia Pakistan ", "Kyrgyzstan Uzbekistan"], Splitter.Split([new TextLine("Kazakhstan Azerbaijan Mongolia Pakistan Kyrgyzstan Uzbekistan")], limits).Select(Html.Plain));
    }
}

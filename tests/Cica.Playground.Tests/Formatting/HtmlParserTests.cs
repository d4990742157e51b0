using Cica.Playground.BotApi;
using Cica.Playground.Formatting;
using Cica.Playground.Wire;
using CsCheck;

namespace Cica.Playground.Tests.Formatting;

public sealed class HtmlParserTests
{
    private static readonly string[] Tags = ["b", "i", "u", "s", "tg-spoiler", "blockquote"];
    private static readonly Gen<string> Words = Gen.String[Gen.Char["aя<>&\" ;#\ud83d"], 0, 6].Select(s => s.Replace("\ud83d", "😀", StringComparison.Ordinal));

    [Fact]
    public void What_is_escaped_comes_back_as_it_was() => Words.Sample(text =>
    {
        var escaped = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
        var (parsed, entities) = HtmlParser.Parse(escaped);
        Assert.Equal(text, parsed);
        Assert.Empty(entities);
    });

    [Fact]
    public void Well_nested_marks_become_entities_over_exactly_their_words()
    {
        var pieces = Gen.Select(Gen.Int[0, Tags.Length - 1], Gen.String[Gen.Char['a', 'z'], 1, 4], Gen.String[Gen.Char["xж"], 0, 3], Gen.Bool).List[0, 8];
        pieces.Sample(list =>
        {
            var (html, text, expected) = ("", "", new List<WireEntity>());
            foreach (var (tag, inner, after, isNested) in list)
            {
                var name = Tags[tag];
                var other = Tags[(tag + 1) % Tags.Length];
                expected.Add(new WireEntity(Name(name), text.Length, inner.Length));
                if (isNested) expected.Add(new WireEntity(Name(other), text.Length, inner.Length));
                html += isNested ? $"<{name}><{other}>{inner}</{other}></{name}>{after}" : $"<{name}>{inner}</{name}>{after}";
                text += inner + after;
            }
            var (parsed, entities) = HtmlParser.Parse(html);
            Assert.Equal(text, parsed);
            Assert.Equal(expected.OrderBy(e => e.Offset).ThenBy(e => e.Type), entities.OrderBy(e => e.Offset).ThenBy(e => e.Type));
        });
    }

    [Fact]
    public void Whatever_is_thrown_at_it_is_read_or_refused_in_telegrams_words() =>
        Gen.String[Gen.Char["<>/&#;\"'=bax 1я\0\ud83d\ude00"], 0, 24].Sample(source =>
        {
            try
            {
                var (text, entities) = HtmlParser.Parse(source);
                Assert.All(entities, e => Assert.InRange(e.Offset + e.Length, 1, text.Length));
            }
            catch (Refusal refusal)
            {
                Assert.StartsWith("Bad Request: can't parse entities: ", refusal.Message, StringComparison.Ordinal);
            }
        });

    private static string Name(string tag) => tag switch
    {
        "b" => "bold",
        "i" => "italic",
        "u" => "underline",
        "s" => "strikethrough",
        "tg-spoiler" => "spoiler",
        _ => tag,
    };
}

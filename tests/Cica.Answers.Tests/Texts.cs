using CsCheck;

namespace Cica.Answers.Tests;

/// <summary>Strings no person would type, and strings made of what people type.</summary>
internal static class Texts
{
    private static readonly string[] Odd =
    [
        "\ud83d", "\ude00", "\u202e", "\u200f", "\u200b", "\u0000", "\u0007", "\ufeff", "<b>", "</b>", "<script>", "<!--", "-->", "&amp;", "*", "_", "`", "[x](y)", "\n", "\r\n", "\t", "  ",
        "'", "’", "é", "e\u0301", "ё", "Ёё", "İ", "ß", "中国", "日本", "مرحبا", "שלום", "한국", "٣", "²", "½", "Ⅵ", "👨‍👩‍👧", "/start", "@bot", "1", "06", "2002", "9999", "0", "31.02.2020", "2020-13-45", "--", "...", "{0}", "{state}", "%s", "\\", "\"",
    ];

    private static readonly string[] Words =
    [
        "who", "when", "where", "how many", "which", "is", "was", "list", "cica", "CICA", "chair", "chairs", "member", "members", "observers", "summit", "sixth", "6th", "VI", "first", "last", "next", "before", "after", "since", "in", "2015", "May 2014",
        "Kazakhstan", "Azerbaijan", "Japan", "Iran", "Iraq", "Oman", "Niger", "North Korea", "Almaty", "Baku", "Sarybay", "Tokayev", "secretary general", "and before that?", "why", "compare", "Development Bank", "not", "and", "or", "ministerial", "hello", "thanks",
        "кто", "когда", "где", "сколько", "какие", "председательствует", "СВМДА", "саммит", "шестой", "6-й", "члены", "наблюдатели", "Казахстан", "Китай", "до этого", "после", "в", "2018", "году", "мая", "rbnfq", "cdvlf", "kto", "privet", "спасибо", "а", "и", "почему",
    ];

    /// <summary>Any characters at all, lone surrogates included.</summary>
    public static Gen<string> Characters { get; } = Gen.Char.Array[0, 120].Select(c => new string(c));

    /// <summary>Words of questions in any order, some over and over, with odd things between and inside them.</summary>
    public static Gen<string> Mixed { get; } =
        Gen.OneOf<string>(Gen.OneOf(Words), Gen.OneOf(Words), Gen.OneOf(Odd), Gen.Char.Array[0, 4].Select(c => new string(c)))
            .Array[0, 30].SelectMany(parts => Gen.OneOf(" ", " ", "", "\n", "? ", "\u200b").Select(separator => string.Join(separator, parts)));

    /// <summary>One word repeated.</summary>
    public static Gen<string> Repeated { get; } =
        Gen.Select(Gen.OneOf(Words), Gen.Int[1, 300]).Select((word, count) => string.Join(' ', Enumerable.Repeat(word, count)));

    public static Gen<string> Any { get; } = Gen.OneOf<string>(Characters, Mixed, Mixed, Repeated);
}

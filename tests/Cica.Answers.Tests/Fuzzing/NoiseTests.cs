using CsCheck;

namespace Cica.Answers.Tests.Fuzzing;

/// <summary>The question is data: what stands around and inside its words changes nothing.</summary>
public sealed class NoiseTests
{
    private static readonly string[] Plain =
    [
        "Who chairs CICA?", "How many members does CICA have?", "When was the sixth CICA summit?", "Where is the CICA Secretariat?", "Is Japan a member of CICA?", "Who is the Secretary General of CICA?", "List the CICA summits", "When did Kuwait join CICA?",
        "Кто председательствует в СВМДА?", "Сколько членов в СВМДА?", "Когда был шестой саммит СВМДА?", "Где находится секретариат СВМДА?", "Является ли Япония членом СВМДА?", "Когда Кувейт вступил в СВМДА?",
    ];

    // What vanishes wherever it stands, also inside a word.
    private static readonly Gen<string> Vanishing = Gen.OneOf("\u200b", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u00ad", "\ufeff", "\0", "\u0007", "\u001b", "\u0085");

    // What may stand between words.
    private static readonly Gen<string> Between = Gen.OneOf("<b>", "</b>", "<i>", "<br/>", "<a href=\"https://example.org/?q=1\">", "</a>", "\ud83d", "\ude00", "🙂", "*", "_", "~~", "\n", "\t", "   ", "\u00a0", "…", "—");

    [Fact]
    public void Marks_and_controls_inside_a_question_change_no_fact_cited() =>
        Gen.Select(Gen.OneOf(Plain), Gen.Select(Gen.Int[0, 200], Vanishing).Array[1, 12]).Sample(
            (plain, noise) =>
            {
                var noisy = noise.Aggregate(plain, (text, n) => text.Insert(n.Item1 % (text.Length + 1), n.Item2));
                Same(plain, noisy);
            },
            iter: 2000);

    [Fact]
    public void Markup_and_ornaments_between_its_words_change_no_fact_cited() =>
        Gen.Select(Gen.OneOf(Plain), Between.Array[1, 12]).Sample(
            (plain, noise) =>
            {
                var words = plain.Split(' ');
                var noisy = string.Concat(words.Select((word, i) => $"{(i == 0 ? "" : " ")}{noise[i % noise.Length]} {word}")) + " " + noise[^1];
                Same(plain, noisy);
            },
            iter: 2000);

    [Fact]
    public void Case_and_the_closing_mark_change_no_fact_cited()
    {
        foreach (var plain in Plain)
        {
            Same(plain, plain.ToLowerInvariant());
            Same(plain, plain.ToUpperInvariant());
            Same(plain, plain.TrimEnd('?'));
            Same(plain, plain + "??!!");
            Same(plain, $"«{plain}»");
        }
    }

    private static void Same(string plain, string noisy)
    {
        var expected = RealData.Ask(plain);
        var got = RealData.Ask(noisy);
        Assert.True(expected.Outcome == got.Outcome && expected.Facts.SequenceEqual(got.Facts), $"{plain}\n→ {expected.Text}\n{noisy}\n→ {got.Text}");
    }
}

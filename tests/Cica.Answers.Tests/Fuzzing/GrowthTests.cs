using Cica.Answers.Tests.Questions;

namespace Cica.Answers.Tests.Fuzzing;

/// <summary>
/// Twice the input is about twice the work, and past the tokenizer's limit more input is no more work. Work is counted in
/// bytes allocated, which do not depend on the machine's mood.
/// </summary>
public sealed class GrowthTests
{
    // Twice the work, with room for the steps in which lists grow; four times would be quadratic.
    private const double MostForTwice = 3;

    // So that every length is read the same way: as a question on CICA's chair with something after it.
    private const string Opening = "Who chairs CICA? ";

    private static readonly string Real = string.Join(' ', QuestionSet.All.Where(q => q.IsLesson && !q.IsConversation).Take(40).Select(q => q.Turns[0].Text));

    public static TheoryData<string, string> Materials() => new()
    {
        { "questions", Real },
        { "one word", Repeat("kazakhstan ") },
        { "names", Repeat("Iran Iraq Oman Japan Kuwait Qatar ") },
        { "misspelt words", Repeat("kazahkstan secretriat azerbaijjan председатльство ") },
        { "unknown words", Repeat("qwrtz plokm vbnhg zxcvr ") },
        { "Latin-typed Russian", Repeat("kto predsedatelstvuet v svmda ") },
        { "the other layout", Repeat("rnj ghtlctlfntkmcndetn d cdvlf ") },
        { "numbers", Repeat("2014 6 1992 28 ") },
        { "markup", Repeat("<b>who</b> <i>chairs</i> ") },
        { "beginnings of phrases", Repeat("conference on interaction and confidence ") },
    };

    [Theory]
    [MemberData(nameof(Materials))]
    public void Twice_the_question_is_about_twice_the_work(string material, string text)
    {
        foreach (var length in new[] { 120, 240, 480 })
        {
            var (once, twice) = (Work(Opening + text[..length]), Work(Opening + text[..(2 * length)]));
            Assert.True(twice <= MostForTwice * once, $"{material}: {once} bytes for {length} characters, {twice} for {2 * length}");
        }
    }

    [Theory]
    [MemberData(nameof(Materials))]
    public void A_hundred_thousand_characters_are_no_more_work_than_eight_thousand(string material, string text)
    {
        var piece = text[..1000];
        var (eight, hundred) = (Work(Times(piece, 8)), Work(Times(piece, 100)));
        // A copy or two of the whole text may be made; nothing else may grow.
        Assert.True(hundred <= (1.5 * eight) + (4 * 2 * 100_000), $"{material}: {eight} bytes for 8,000 characters, {hundred} for 100,000");
    }

    private static string Repeat(string piece) => Times(piece, (2000 / piece.Length) + 1);

    private static string Times(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    // The least of a few: while other tests ask as well, a table that is kept and used again may be out on loan, and a new one is made.
    private static long Work(string text)
    {
        var question = new Question(text, RealData.Today);
        RealData.Engine.Ask(question);
        var least = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            RealData.Engine.Ask(question);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}

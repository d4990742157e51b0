using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Loading;

public sealed class LanguageReaderTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_number_that_is_no_number_is_a_mistake()
    {
        data.Replace(DataFolder.Russian, "  1: [\"first, 1st\"]", "  one: [\"first, 1st\"]");
        data.HasOneMistake(DataFolder.Russian, "one:", "'one' under 'numbers' is no whole number");
    }

    [Fact]
    public void A_missing_month_is_a_mistake()
    {
        data.Replace(DataFolder.English, "\n  7: [July]", "");
        data.HasOneMistake(DataFolder.English, "months:", "'months' has no words for month 7; it needs all twelve");
    }

    [Fact]
    public void A_thirteenth_month_is_a_mistake()
    {
        data.Replace(DataFolder.English, "  12: [December]", "  12: [December]\n  13: [Undecember]");
        data.HasOneMistake(DataFolder.English, "13:", "unknown key '13'");
    }

    [Theory]
    [InlineData("concepts")]
    [InlineData("months")]
    [InlineData("texts")]
    public void A_language_without_a_main_part_is_a_mistake(string part)
    {
        data.Replace(DataFolder.Russian, $"\n{part}:", $"\nx-{part}:");
        Assert.Contains($"{DataFolder.Russian}:1: '{part}' is missing", data.Lines());
    }

    [Fact]
    public void A_code_that_differs_from_the_files_name_is_a_mistake()
    {
        data.Replace(DataFolder.Russian, "code: ru", "code: de");
        data.HasOneMistake(DataFolder.Russian, "code:", "'code' is 'de', but the file is named for 'ru'");
    }

    [Fact]
    public void Several_words_may_share_a_line()
    {
        Assert.Equal(["chair", "chairs"], data.Load().Snapshot!.Languages[0].Concepts["chair"]);
    }

    [Fact]
    public void A_third_language_is_one_file_and_names()
    {
        data.Write("languages/kk.yaml", DataFolder.Language("kk", "Қазақша"));
        var reasons = data.Load().Problems.Select(p => p.Reason).ToArray();
        Assert.Contains("'forum' has no name in 'kk'; every shipped language needs one", reasons);
        Assert.Contains("'say' has no text in 'kk'; every shipped language needs one", reasons);
        Assert.Contains("'questions' has none in 'kk'; every shipped language needs some", reasons);
    }
}

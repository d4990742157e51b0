using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Checking;

public sealed class MissingWordsTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_text_that_only_English_has_is_a_mistake()
    {
        data.Append(DataFolder.English, "  talk.hello: \"Hello!\"");
        data.HasOneMistake(DataFolder.Russian, "code: ru", "'texts' lacks 'talk.hello', which languages/en.yaml has");
    }

    [Fact]
    public void A_concept_that_only_English_has_is_a_mistake()
    {
        data.Replace(DataFolder.English, "  chair: [", "  member: [member]\n  chair: [");
        data.HasOneMistake(DataFolder.Russian, "code: ru", "'concepts' lacks 'member', which languages/en.yaml has");
    }

    [Fact]
    public void A_language_may_have_texts_that_only_its_grammar_needs()
    {
        data.Append(DataFolder.Russian, "  date.month-in-last: \"1\"");
        data.HasNoMistake();
    }
}

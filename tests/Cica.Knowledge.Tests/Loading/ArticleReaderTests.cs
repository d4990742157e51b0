using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Loading;

public sealed class ArticleReaderTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void A_title_missing_in_one_language_is_a_mistake()
    {
        data.Replace(DataFolder.Articles, "en: \"Why a forum\", ", "");
        data.HasOneMistake(DataFolder.Articles, "title:", "'title' has no text in 'en'; every shipped language needs one");
    }

    [Fact]
    public void A_text_missing_in_one_language_is_a_mistake()
    {
        data.Replace(DataFolder.Articles, "\n    ru: \"Чтобы говорить.\"", "");
        data.HasOneMistake(DataFolder.Articles, "text:", "'text' has no text in 'ru'; every shipped language needs one");
    }

    [Fact]
    public void Questions_missing_in_one_language_are_a_mistake()
    {
        data.Replace(DataFolder.Articles, "\n    ru: [\"Зачем нужен форум?\"]", "");
        data.HasOneMistake(DataFolder.Articles, "en: [", "'questions' has none in 'ru'; every shipped language needs some");
    }

    [Fact]
    public void A_view_without_its_author_is_a_mistake()
    {
        data.Replace(DataFolder.Articles, "  about: [forum]", "  status: opinion");
        data.HasOneMistake(DataFolder.Articles, "id: why", "an opinion needs its 'author'");
    }

    [Fact]
    public void An_article_without_sources_is_a_mistake()
    {
        data.Replace(DataFolder.Articles, "\n  sources: [study-2010/4]", "");
        data.HasOneMistake(DataFolder.Articles, "id: why", "'sources' is missing; every statement needs at least one");
    }

    [Fact]
    public void An_article_cites_documents_by_paragraph_too()
    {
        data.Replace(DataFolder.Articles, "study-2010/4", "study-2010");
        data.HasOneMistake(DataFolder.Articles, "[study-2010]", "source 'study-2010' is cited by paragraph: write study-2010/N");
    }
}

using Cica.Knowledge.Model;

namespace Cica.Knowledge.Checking;

/// <summary>
/// What English can say and understand, every shipped language must. A language may have more: texts that only its grammar needs.
/// </summary>
internal static class MissingWords
{
    public static IEnumerable<Problem> Find(KnowledgeDraft draft)
    {
        if (draft.Languages.FirstOrDefault(l => l.Code == "en") is not { } english)
            yield break;
        foreach (var language in draft.Languages)
        {
            foreach (var key in english.Texts.Keys.Except(language.Texts.Keys).Order(StringComparer.Ordinal))
                yield return Missing(language, "texts", key);
            foreach (var key in english.Concepts.Keys.Except(language.Concepts.Keys).Order(StringComparer.Ordinal))
                yield return Missing(language, "concepts", key);
        }
    }

    private static Problem Missing(LanguageWords language, string part, string key) =>
        new(language.Place, $"'{part}' lacks '{key}', which languages/en.yaml has");
}

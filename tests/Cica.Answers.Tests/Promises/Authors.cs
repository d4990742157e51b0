using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Tests.Promises;

/// <summary>Whether a text names a person, in whatever case of grammar.</summary>
internal static class Authors
{
    public static bool Names(string text, Entity author, string language)
    {
        var words = Words(text);
        var names = author.Names.TryGetValue(language, out var found) ? found : author.Names["en"];
        // Any one longer part of the name will do: "Khan", "Сарыбая".
        return names.Aliases.Concat(names.Forms).Prepend(names.Name).SelectMany(Words).Where(w => w.Length >= 3)
            .Any(part => words.Any(w => w == part || (part.Length > 4 && w.StartsWith(part[..^1], StringComparison.Ordinal))));
    }

    private static string[] Words(string text) => Folding.Fold(text).Split([' ', '\n', ',', '.', ':', ';', '(', ')', '-', '«', '»', '“', '”', '"', '?', '!', '\'']);
}

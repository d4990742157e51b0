using System.Text.RegularExpressions;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>What is kept of a question that could not be answered: its words, without what might name a person.</summary>
internal static partial class Unanswered
{
    private const int MostCharacters = 300;

    /// <summary>The words to keep; null where nothing worth reading is left.</summary>
    public static string? Of(string text)
    {
        // Looking for persons in a long text would take long; all that may be kept stands at its beginning.
        var words = Marks().Replace(Person().Replace(text.Length > 2 * MostCharacters ? text[..(2 * MostCharacters)] : text, "…"), " ").Trim();
        if (words.Length > MostCharacters)
            words = words[..(char.IsHighSurrogate(words[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)] + "…";
        return words.Any(char.IsLetter) ? words : null;
    }

    // Addresses of any kind, @names and long numbers.
    [GeneratedRegex(@"\S+@\S+|@\w+|\w+://\S+|\+?\d[\d\s\-()]{6,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    // Control and format characters, such as those that turn the direction of writing.
    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Cs}\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}

using Cica.Playground.Wire;

namespace Cica.Playground.Formatting;

/// <summary>Text with its entities, ready to be stored and told.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<WireEntity> Entities)
{
    /// <summary>Length as Telegram counts it for its limits: Unicode characters, not UTF-16 units (the server's source, utf8_length).</summary>
    public int Characters => CountCharacters(Text);

    public static int CountCharacters(string text)
    {
        var count = 0;
        foreach (var unit in text)
            if (!char.IsLowSurrogate(unit)) count++;
        return count;
    }

    public bool SameAs(string? text, IReadOnlyList<WireEntity>? entities) => text == Text && Entities.SequenceEqual(entities ?? []);
}

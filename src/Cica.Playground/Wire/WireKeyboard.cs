using System.Text.Json;

namespace Cica.Playground.Wire;

/// <summary>An InlineKeyboardMarkup (core.telegram.org/bots/api#inlinekeyboardmarkup).</summary>
public sealed record WireKeyboard(IReadOnlyList<IReadOnlyList<WireButton>> InlineKeyboard)
{
    internal bool SameAs(WireKeyboard? other) =>
        other is not null && JsonSerializer.Serialize(this, WireJson.Options) == JsonSerializer.Serialize(other, WireJson.Options);
}

using System.Diagnostics.CodeAnalysis;
using Cica.Knowledge.Model;

namespace Cica.Bot.Reminders;

/// <summary>What is subscribed to: everything, a kind of event, or one event.</summary>
public sealed record Target
{
    private Target(string text) => Text = text;

    /// <summary>Every event.</summary>
    public static Target All { get; } = new("all");

    /// <summary>As it is typed and stored: "all", a kind such as "summit", or an event's id.</summary>
    public string Text { get; }

    /// <summary>The kind, where a kind is subscribed to.</summary>
    public EventKind? Kind { get; private init; }

    /// <summary>The event's id, where one event is subscribed to.</summary>
    public string? Event { get; private init; }

    /// <summary>Every event of a kind.</summary>
    public static Target Of(EventKind kind) => new(kind.ToString().ToLowerInvariant()) { Kind = kind };

    /// <summary>One event, by its id.</summary>
    public static Target Of(string eventId) => new(eventId) { Event = eventId };

    /// <summary>Reads what is stored, or what a person typed: "all", a kind, or anything that may be an event's id (a to z, 0 to 9, "-").</summary>
    public static bool TryRead([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Target? target)
    {
        target = null;
        if (string.IsNullOrEmpty(text)) return false;
        var word = text.ToLowerInvariant();
        if (word == All.Text) target = All;
        else if (!char.IsAsciiDigit(word[0]) && Enum.TryParse<EventKind>(word, ignoreCase: true, out var kind) && Enum.IsDefined(kind)) target = Of(kind);
        else if (word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) target = Of(word);
        return target is not null;
    }

    /// <summary>Whether it takes in this event.</summary>
    public bool TakesIn(string eventId, EventKind kind) => Event is { } id ? id == eventId : Kind is not { } only || only == kind;

    /// <inheritdoc/>
    public override string ToString() => Text;
}

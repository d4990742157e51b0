namespace Cica.Playground.Wire;

/// <summary>A MessageEntity (core.telegram.org/bots/api#messageentity); offset and length count UTF-16 code units.</summary>
public sealed record WireEntity(string Type, int Offset, int Length)
{
    public string? Url { get; init; }
    public WireUser? User { get; init; }
    public string? Language { get; init; }
    public string? CustomEmojiId { get; init; }
    public long? UnixTime { get; init; }
    public string? DateTimeFormat { get; init; }
    internal int End => Offset + Length;
}

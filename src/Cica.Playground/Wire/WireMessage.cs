namespace Cica.Playground.Wire;

/// <summary>A Message (core.telegram.org/bots/api#message) as far as the playground knows one. Immutable: an edit makes a new one.</summary>
public sealed record WireMessage(int MessageId, WireChat Chat, long Date)
{
    public WireUser? From { get; init; }
    public WireChat? SenderChat { get; init; }
    public string? AuthorSignature { get; init; }
    public long? EditDate { get; init; }
    public int? MessageThreadId { get; init; }
    public bool? IsTopicMessage { get; init; }
    public WireMessage? ReplyToMessage { get; init; }
    public WireQuote? Quote { get; init; }
    public WireUser? ViaBot { get; init; }
    public string? GuestQueryId { get; init; }
    public WireUser? GuestBotCallerUser { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<WireEntity>? Entities { get; init; }
    public WireLinkPreview? LinkPreviewOptions { get; init; }
    public IReadOnlyList<WirePhotoSize>? Photo { get; init; }
    public WireDocument? Document { get; init; }
    public WireVoice? Voice { get; init; }
    public WireSticker? Sticker { get; init; }
    public string? Caption { get; init; }
    public IReadOnlyList<WireEntity>? CaptionEntities { get; init; }
    public bool? HasProtectedContent { get; init; }
    public string? EffectId { get; init; }
    public IReadOnlyList<WireUser>? NewChatMembers { get; init; }
    public WireUser? LeftChatMember { get; init; }
    public bool? GroupChatCreated { get; init; }
    public bool? SupergroupChatCreated { get; init; }
    public bool? ChannelChatCreated { get; init; }
    public long? MigrateToChatId { get; init; }
    public long? MigrateFromChatId { get; init; }
    public WireTopicCreated? ForumTopicCreated { get; init; }
    public WireKeyboard? ReplyMarkup { get; init; }
}

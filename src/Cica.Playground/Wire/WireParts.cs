namespace Cica.Playground.Wire;

/// <summary>A TextQuote: the part of the answered message that is quoted (core.telegram.org/bots/api#textquote).</summary>
public sealed record WireQuote(string Text, int Position, bool IsManual);

/// <summary>LinkPreviewOptions (core.telegram.org/bots/api#linkpreviewoptions).</summary>
public sealed record WireLinkPreview
{
    public bool? IsDisabled { get; init; }
    public string? Url { get; init; }
    public bool? PreferSmallMedia { get; init; }
    public bool? PreferLargeMedia { get; init; }
    public bool? ShowAboveText { get; init; }
}

/// <summary>A PhotoSize (core.telegram.org/bots/api#photosize).</summary>
public sealed record WirePhotoSize(string FileId, string FileUniqueId, int Width, int Height, long FileSize);

/// <summary>A Document (core.telegram.org/bots/api#document).</summary>
public sealed record WireDocument(string FileId, string FileUniqueId, string? FileName, string? MimeType, long FileSize);

/// <summary>A File as getFile tells it (core.telegram.org/bots/api#file).</summary>
public sealed record WireFile(string FileId, string FileUniqueId, long FileSize, string FilePath);

/// <summary>The service message of a new topic (core.telegram.org/bots/api#forumtopiccreated).</summary>
public sealed record WireTopicCreated(string Name, int IconColor);

/// <summary>A ChatMemberUpdated (core.telegram.org/bots/api#chatmemberupdated).</summary>
public sealed record WireMemberUpdate(WireChat Chat, WireUser From, long Date, WireMember OldChatMember, WireMember NewChatMember);

/// <summary>An InlineQuery (core.telegram.org/bots/api#inlinequery).</summary>
public sealed record WireInlineQuery(string Id, WireUser From, string? ChatType, string Query, string Offset);

/// <summary>A ChosenInlineResult (core.telegram.org/bots/api#choseninlineresult).</summary>
public sealed record WireChosenResult(WireUser From, string? InlineMessageId, string Query, string ResultId);

/// <summary>A CallbackQuery (core.telegram.org/bots/api#callbackquery).</summary>
public sealed record WireCallbackQuery(string Id, WireUser From, WireMessage? Message, string? InlineMessageId, string ChatInstance, string Data);

/// <summary>A BotCommand (core.telegram.org/bots/api#botcommand).</summary>
public sealed record WireCommand(string Command, string Description)
{
    public bool? IsEphemeral { get; init; }
}

/// <summary>A WebhookInfo (core.telegram.org/bots/api#webhookinfo).</summary>
public sealed record WireWebhookInfo(string Url, bool HasCustomCertificate, int PendingUpdateCount)
{
    public string? IpAddress { get; init; }
    public long? LastErrorDate { get; init; }
    public string? LastErrorMessage { get; init; }
    public int? MaxConnections { get; init; }
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}

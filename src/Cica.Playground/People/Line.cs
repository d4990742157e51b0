using System.Text;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.People;

/// <summary>One message as a person reads it.</summary>
public sealed record Line(int MessageId, string Sender, string Text)
{
    public bool IsFromBot { get; init; }
    public bool IsService { get; init; }
    public bool IsEdited { get; init; }
    public bool IsSilent { get; init; }
    public int? Topic { get; init; }
    public int? AnswerTo { get; init; }
    public string? Via { get; init; }

    /// <summary>The name of the file, or "photo", "voice" or "sticker".</summary>
    public string? Attachment { get; init; }

    /// <summary>The words on the buttons, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Buttons { get; init; } = [];

    /// <summary>The same message with entities and all, as the Bot API tells it.</summary>
    public required WireMessage Wire { get; init; }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(Sender);
        if (Via is not null) text.Append(" via @").Append(Via);
        if (AnswerTo is { } answered) text.Append(" (answering ").Append(answered).Append(')');
        text.Append(": ");
        if (Attachment is not null) text.Append('<').Append(Attachment).Append("> ");
        text.Append(Text);
        if (IsEdited) text.Append(" (edited)");
        foreach (var row in Buttons) text.Append("\n  ").AppendJoin(' ', row.Select(b => $"[{b}]"));
        return text.ToString();
    }

    internal static Line Of(Post post)
    {
        var message = post.Message;
        var service = Service(message);
        return new Line(message.MessageId, SenderOf(message), service ?? message.Text ?? message.Caption ?? "")
        {
            IsFromBot = post.IsFromBot,
            IsService = service is not null,
            IsEdited = message.EditDate is not null,
            IsSilent = post.IsSilent,
            Topic = message.MessageThreadId,
            AnswerTo = message.ReplyToMessage?.MessageId,
            Via = message.ViaBot?.Username,
            Attachment = message switch
            {
                { Photo: not null } => "photo",
                { Voice: not null } => "voice",
                { Sticker: { } sticker } => "sticker " + sticker.Emoji,
                _ => message.Document?.FileName,
            },
            Buttons = [.. (message.ReplyMarkup?.InlineKeyboard ?? []).Select(r => r.Select(b => b.Text).ToList())],
            Wire = message,
        };
    }

    // An anonymous administrator and a channel speak in the chat's name.
    private static string SenderOf(WireMessage message) => message.SenderChat?.Title ?? message.From?.FirstName ?? message.Chat.Title ?? "";

    private static string? Service(WireMessage message) => message switch
    {
        { NewChatMembers: { } came } => string.Join(", ", came.Select(u => u.FirstName)) + " joined",
        { LeftChatMember: { } left } => left.FirstName + " left",
        { MigrateToChatId: not null } => "became a supergroup",
        { MigrateFromChatId: not null } => "was a group",
        { ForumTopicCreated: { } topic } => "opened topic " + topic.Name,
        { GroupChatCreated: true } or { SupergroupChatCreated: true } or { ChannelChatCreated: true } => "created the chat",
        _ => null,
    };
}

using Cica.Playground.Wire;

namespace Cica.Playground.Page;

/// <summary>The bot's card in the viewer's language.</summary>
internal sealed record BotView(long Id, string Name, string Username, string Description, string ShortDescription, bool TakesInline);

/// <summary>Somebody whose place at the screen one can take.</summary>
internal sealed record PersonView(long Id, string Name, string? Username, string? Language, int Unread);

/// <summary>A line in the list of chats.</summary>
internal sealed record ChatView(long Id, string Type, string Title, WireMessage? Last, int Unread);

/// <summary>Somebody in a group.</summary>
internal sealed record MemberView(long Id, string Name, string Status, bool IsBot);

/// <summary>A topic of a forum.</summary>
internal sealed record TopicView(int Id, string Name);

/// <summary>"typing…", with how many milliseconds it is still shown.</summary>
internal sealed record ActivityView(string Action, double Left);

/// <summary>The chat that is open, beside its messages.</summary>
internal sealed record PlaceView(long Id, string Type, string Title, string MyStatus, string BotStatus, bool IsStarted, bool IsBlocked)
{
    public required IReadOnlyList<MemberView> Members { get; init; }
    public required IReadOnlyList<WireCommand> Commands { get; init; }
    public required IReadOnlyList<TopicView> Topics { get; init; }
    public ActivityView? Activity { get; init; }
    public string? Keyboard { get; init; }
}

/// <summary>A message, and whether the bot wrote it.</summary>
internal sealed record MessageView(WireMessage Message, bool IsFromBot);

/// <summary>What has changed among the messages; all of them when it is the first word on this chat.</summary>
internal sealed record MessagesView(bool IsAll, IReadOnlyList<MessageView> Changed, IReadOnlyList<int> Gone);

/// <summary>The bot's clock in milliseconds since 1970, and how far it was put forward.</summary>
internal sealed record ClockView(double Now, bool CanMove, double Ahead);

/// <summary>A call of the bot, without its secrets.</summary>
internal sealed record CallView(long Number, double At, string Method, int Status, string? Refusal, double Took, IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<string> Ignored);

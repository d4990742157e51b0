using Cica.Bot.Storage;
using Cica.Bot.Telegram.BotApi;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.Sending;

/// <summary>How a call ended.</summary>
internal enum Delivery
{
    /// <summary>Telegram has carried it out.</summary>
    Sent,

    /// <summary>It was refused: there is nothing more to do.</summary>
    GivenUp,

    /// <summary>It came too late to be tried once more, whatever it waited for.</summary>
    TooLate,

    /// <summary>The chat has shut us out: what else was for it need not be tried.</summary>
    ShutOut,

    /// <summary>The bot stopped before its turn, or before its outcome was known: it is still owed.</summary>
    Stopped,

    /// <summary>Whoever sent it did not want it sent any more when its turn came.</summary>
    Withdrawn,
}

/// <summary>A call on its way through the outgoing queue.</summary>
internal sealed class OutgoingCall
{
    private readonly TaskCompletionSource<Delivery> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OutgoingCall(Reply reply, DateTimeOffset asked)
        : this(reply.Call, reply.Urgency, ChatOf(reply.Call), asked) => (Plain, Answers) = (reply.Plain, reply.Answers);

    public OutgoingCall(OwedCall owed, DateTimeOffset asked)
        : this(new BodyCall(owed.Method, owed.ContentType, owed.Body), (Urgency)owed.Urgency, owed.Chat, asked) => Plain = owed.Plain;

    private OutgoingCall(IRequest request, Urgency urgency, long? chat, DateTimeOffset asked)
    {
        (Request, Urgency, Chat, Asked) = (request, urgency, chat, asked);
        IsMessage = IsNewMessage(request.MethodName);
    }

    public IRequest Request { get; set; }

    public Urgency Urgency { get; }

    /// <summary>The chat it goes to, or whose menu it is about; null for answers to queries.</summary>
    public long? Chat { get; set; }

    /// <summary>When the update came that it answers.</summary>
    public DateTimeOffset Asked { get; }

    public string? Plain { get; set; }

    public (long Chat, int Message)? Answers { get; }

    /// <summary>It puts a new message before people: the rates count it, and doing it twice would show.</summary>
    public bool IsMessage { get; }

    // Its request reads a file from a stream.
    private bool IsUpload => IsMessage && Request is not BodyCall && Request.MethodName != "sendMessage";

    /// <summary>Asked before each try: whether it is still to be sent. Null: it is.</summary>
    public Func<ValueTask<bool>>? IsWanted { get; init; }

    /// <summary>What the last try ended with, if it failed; holds no secret.</summary>
    public string? Why { get; set; }

    /// <summary>How often it has failed.</summary>
    public int Failures { get; set; }

    /// <summary>How often nobody knew whether it had been carried out.</summary>
    public int Unknown { get; set; }

    /// <summary>A try that failed, or was cut off by the stop, may have reached people all the same.</summary>
    public bool MayHaveArrived { get; set; }

    /// <summary>The try that is under way, as the pace counts it; null for what is no message.</summary>
    public Departure? Departure { get; set; }

    /// <summary>Its place among those of equal urgency.</summary>
    public long Order { get; set; }

    /// <summary>Ends with how it ended.</summary>
    public Task<Delivery> Done => done.Task;

    public void End(Delivery delivery) => done.TrySetResult(delivery);

    /// <summary>
    /// Reads the file of an upload into the request: its stream gives it once, and it may be needed to keep the call, to make it, and to
    /// make it again. Before anybody else sees the call.
    /// </summary>
    public async ValueTask LoadAsync(CancellationToken cancel)
    {
        if (IsUpload) Request = await BodyCall.OfAsync(Request, cancel);
    }

    /// <summary>What must be kept of it.</summary>
    public async Task<OwedCall> OwedAsync(CancellationToken cancel)
    {
        var body = await BodyCall.OfAsync(Request, cancel);
        return new OwedCall(body.MethodName, body.ContentType, body.Body, (int)Urgency, Chat, Plain);
    }

    private static bool IsNewMessage(string method) =>
        method != "sendChatAction" && (method.StartsWith("send", StringComparison.Ordinal) || method.StartsWith("copyMessage", StringComparison.Ordinal) || method.StartsWith("forwardMessage", StringComparison.Ordinal));

    private static long? ChatOf(IRequest call) => call switch
    {
        IChatTargetable { ChatId: { } chat } => chat.Identifier,
        SetMyCommandsRequest { Scope: { } scope } => ChatOf(scope),
        DeleteMyCommandsRequest { Scope: { } scope } => ChatOf(scope),
        _ => null,
    };

    private static long? ChatOf(BotCommandScope scope) => scope switch
    {
        BotCommandScopeChat one => one.ChatId.Identifier,
        BotCommandScopeChatAdministrators administrators => administrators.ChatId.Identifier,
        _ => null,
    };
}

using Telegram.Bot.Requests.Abstractions;

namespace Cica.Bot.Telegram.BotApi;

/// <summary>Any request of Telegram.Bot, whatever it returns, so that one queue sends them all.</summary>
internal sealed class AnyCall(IRequest call) : IRequest<CallResult>
{
    public HttpMethod HttpMethod => call.HttpMethod;

    public string MethodName => call.MethodName;

    public bool IsWebhookResponse { get; set; }

    public HttpContent? ToHttpContent() => call.ToHttpContent();
}

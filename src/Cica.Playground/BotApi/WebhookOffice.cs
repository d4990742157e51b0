using Cica.Playground.State;

namespace Cica.Playground.BotApi;

/// <summary>Whether updates are polled or delivered, and the courier at work. Guarded by <see cref="World.Gate"/>.</summary>
internal sealed class WebhookOffice : IDisposable
{
    private readonly World _world;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(5) });
    private WebhookCourier? _courier;

    public WebhookOffice(World world)
    {
        _world = world;
        world.Updates.Arrived = OnArrived;
    }

    public Polls Polls { get; } = new();
    public Webhook? Webhook { get; private set; }
    public bool IsSet => Webhook is not null;
    public string? LastError { get; private set; }
    public long? LastErrorDate { get; private set; }

    /// <summary>Carries out a call that came as the answer to a delivery (core.telegram.org/bots/api#making-requests-when-getting-updates).</summary>
    public Func<Call, Task>? Inbound { get; set; }

    public void Set(Webhook? webhook)
    {
        _courier?.Dispose();
        _courier = null;
        Webhook = webhook;
        LastError = null;
        LastErrorDate = null;
        if (webhook is null) return;
        Polls.End("Conflict: terminated by setWebhook request");
        _courier = new WebhookCourier(_world, webhook, _http, Failed, call => Inbound?.Invoke(call) ?? Task.CompletedTask);
        _courier.DeliverAll();
    }

    public void Dispose()
    {
        lock (_world.Gate)
        {
            _courier?.Dispose();
            Polls.Wake();
        }
        _http.Dispose();
    }

    private void Failed(string error)
    {
        LastError = error;
        LastErrorDate = _world.Now;
    }

    private void OnArrived(PendingUpdate update)
    {
        if (_courier is { } courier) courier.Deliver(update.Key);
        else Polls.Wake();
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cica.Bot.Operations;
using Cica.Bot.Settings;
using Cica.Bot.Telegram.BotApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Requests;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>
/// Takes the updates Telegram brings. A delivery is acknowledged only when its update is answered, or what is owed of it is kept:
/// one that is not is brought again.
/// </summary>
internal sealed class Webhook(TelegramSettings settings, BotConnection connection, Ledger ledger, Dispatcher dispatcher, ReceivingRules rules, Vitals vitals, TimeProvider time, ILogger<Webhook> log)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    // An update is a few kilobytes; the longest message has 4096 characters.
    private const int MostBytes = 1024 * 1024;
    private const int MostConnections = 40;

    // Without one in the settings a secret is drawn at each start: the endpoint is never open to everybody.
    private readonly string secret = settings.WebhookSecret ?? Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
    private WebApplication? app;

    /// <summary>Listens, and tells Telegram where.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        // Whoever stops it says how long deliveries in hand may take.
        app = Listener.Build(settings.WebhookListen, MostBytes, Timeout.InfiniteTimeSpan);
        app.Run(HandleAsync);
        await app.StartAsync(cancel);
        await connection.CallAsync(
            new SetWebhookRequest { Url = settings.WebhookUrl!.ToString(), SecretToken = secret, AllowedUpdates = UpdateKinds.Types, MaxConnections = MostConnections }, TimeSpan.FromSeconds(30), cancel);
        vitals.UpdatesCame(time.GetUtcNow());
    }

    /// <summary>Takes no more deliveries, and ends when those in hand have their answers; told to, it cuts off those that have none.</summary>
    public async Task StopAsync(CancellationToken cut)
    {
        if (app is null) return;
        await app.StopAsync(cut);
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        context.Response.StatusCode = (int)await AnswerAsync(context.Request, context.RequestAborted);
    }

    private async Task<HttpStatusCode> AnswerAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.Method != HttpMethods.Post) return HttpStatusCode.MethodNotAllowed;
        if (!IsSecret(request.Headers[SecretHeader].ToString()))
        {
            Log.WrongSecret(log);
            return HttpStatusCode.Unauthorized;
        }
        Received? received;
        try
        {
            received = await JsonSerializer.DeserializeAsync<Received>(request.Body, JsonBotAPI.Options, cancel);
        }
        catch (JsonException)
        {
            return HttpStatusCode.BadRequest;
        }
        catch (BadHttpRequestException tooLarge)
        {
            return (HttpStatusCode)tooLarge.StatusCode;
        }
        vitals.UpdatesCame(time.GetUtcNow());
        if (received is null) return HttpStatusCode.OK;
        var (update, problem) = received.Read();
        if (update is null)
        {
            // Refused, it would come again for a day.
            Log.Unreadable(log, received.Id, problem ?? "");
            return HttpStatusCode.OK;
        }
        if (ledger.Kept >= rules.MostKept) return HttpStatusCode.ServiceUnavailable;
        var (taken, isNew) = ledger.Take(update);
        if (taken is null) return HttpStatusCode.OK;
        if (isNew) dispatcher.Post(taken);
        try
        {
            await taken.Confirmable.WaitAsync(rules.WebhookPatience, time, cancel);
            return HttpStatusCode.OK;
        }
        catch (TimeoutException)
        {
            return HttpStatusCode.ServiceUnavailable;
        }
    }

    // In constant time: how long a wrong secret takes to be refused tells nothing of the right one, not even its length.
    private bool IsSecret(string told) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(told)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

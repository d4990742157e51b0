using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Cica.Bot.Reminders;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Receiving;
using Cica.Bot.Telegram.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Cica.Bot.Operations;

/// <summary>Where health is told.</summary>
internal sealed record HealthAddress(Uri Url);

/// <summary><c>GET /health</c>: 200 when updates come and the storage can be written, else 503; JSON either way, for a person or a probe.</summary>
internal sealed class HealthEndpoint(HealthAddress address, TelegramSettings telegram, Vitals vitals, IStorage storage, Ledger ledger, SendingFigures sending, ReminderFigures reminders, ICurrentEngine engine, Ending ending, ReceivingRules rules, TimeProvider time) : IHostedService
{
    private WebApplication? app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        app = Listener.Build(address.Url, mostBytes: 0, TimeSpan.FromSeconds(2));
        app.Run(TellAsync);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            ending.With(CommandLine.ExitCodes.BadUsage, $"Health:Url: cannot listen on {address.Url}: {taken.Message}");
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (app is null) return;
        await app.StopAsync(cancellationToken);
        await app.DisposeAsync();
    }

    private async Task TellAsync(HttpContext context)
    {
        if (context.Request.Path != "/health" || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }
        var now = time.GetUtcNow();
        // A webhook is brought updates when people write, which may be never; a poll is answered at least once a minute.
        var comes = telegram.Mode == TelegramMode.Webhook || (vitals.LastUpdates is { } last && now - last < rules.PollLength + (2 * rules.PollGrace));
        var trouble = storage.Trouble;
        var isWell = comes && trouble is null;
        context.Response.StatusCode = (int)(isWell ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", isWell ? "ok" : "unwell");
        WriteInstant(json, "lastPoll", vitals.LastUpdates);
        json.WriteBoolean("storageWritable", trouble is null);
        json.WriteString("storageTrouble", trouble);
        if (trouble is not null) json.WriteString("storageConsequence", "questions are answered; languages chosen, questions not answered and what is owed are not kept");
        WriteInstant(json, "oldestDueNotice", reminders.OldestDue);
        json.WriteNumber("noticesMayBeLateSeconds", reminders.MayBeLate.TotalSeconds);
        json.WriteNumber("noticesSent", reminders.Sent);
        json.WriteNumber("noticesLate", reminders.Late);
        json.WriteNumber("noticesFailed", reminders.Failed);
        json.WriteNumber("noticesMayRepeat", reminders.MayRepeat);
        json.WriteString("dataVersion", engine.DataVersion);
        json.WriteNumber("inHand", ledger.Open);
        json.WriteNumber("owed", ledger.Kept);
        json.WriteNumber("sent", sending.Sent);
        json.WriteNumber("refused", sending.Refused);
        json.WriteNumber("retried", sending.Retried);
        json.WriteNumber("possibleRepeats", sending.PossibleRepeats);
        json.WriteEndObject();
    }

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } there) json.WriteString(name, there);
        else json.WriteNull(name);
    }
}

using System.Globalization;
using System.Net.Sockets;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.BotApi;
using Cica.Bot.Telegram.Receiving;
using Cica.Bot.Telegram.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using ReceivingLog = Cica.Bot.Telegram.Receiving.Log;

namespace Cica.Bot.Telegram;

/// <summary>
/// The bot at work, from the first call to the last: connect, answer what is still owed, receive until told to stop; then let what
/// is in hand go out, keep what cannot, and confirm.
/// </summary>
internal sealed class Worker(
    TelegramSettings settings, BotConnection connection, BotIdentity identity, Ledger ledger, Keeper keeper, Dispatcher dispatcher, OutgoingQueue queue,
    Poller poller, Webhook webhook, IStorage storage, ReceivingRules rules, Ending ending, TimeProvider time, ILogger<Worker> log) : BackgroundService
{
    private const string NextMark = "next-update";
    // Update ids go on in order for a week at least; Telegram keeps updates for a day (core.telegram.org/bots/api#update, #getting-updates).
    private static readonly TimeSpan NextLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan CallDeadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan TellTime = TimeSpan.FromSeconds(2);

    private bool IsWebhook => settings.Mode == TelegramMode.Webhook;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await ConnectAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Nothing was received, but reminders may wait in the queue for a server that was never reached.
            await queue.StopAsync(TimeSpan.FromSeconds(1));
            return;
        }
        using var keeping = new CancellationTokenSource();
        var keepingTask = keeper.RunAsync(keeping.Token);
        foreach (var owed in await keeper.RestoreAsync(CancellationToken.None)) dispatcher.Post(owed);
        await ReceiveAsync(stoppingToken);
        await FinishAsync();
        await keeping.CancelAsync();
        await keepingTask.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task ReceiveAsync(CancellationToken stop)
    {
        ReceivingLog.Answering(log, identity.Username, identity.Id, IsWebhook ? "webhook" : "polling");
        try
        {
            if (IsWebhook) await WaitAsync(stop);
            else await poller.RunAsync(await FirstAsync(), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>Learns who the bot is, and says how updates come; tries again for as long as it takes.</summary>
    private async Task ConnectAsync(CancellationToken stop)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                identity.Become(await connection.CallAsync(new GetMeRequest(), CallDeadline, stop));
                if (IsWebhook) await webhook.StartAsync(stop);
                else await connection.CallAsync(new DeleteWebhookRequest(), CallDeadline, stop);
                return;
            }
            // 404 is what the server says to a token that has not the form of one.
            catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
            {
                ending.TokenRefused();
                await WaitAsync(stop);
            }
            catch (ApiRequestException refused) when (refused.ErrorCode is 400 && IsWebhook)
            {
                ending.With(CommandLine.ExitCodes.BadUsage, $"Telegram:WebhookUrl: Telegram refused it: {refused.Message}");
                await WaitAsync(stop);
            }
            catch (Exception taken) when (IsWebhook && taken is IOException or SocketException)
            {
                ending.With(CommandLine.ExitCodes.BadUsage, $"Telegram:WebhookListen: cannot listen on {settings.WebhookListen}: {taken.Message}");
                await WaitAsync(stop);
            }
            catch (Exception failure) when (failure is RequestException or TimeoutException)
            {
                await CutOffAsync();
                if (failures == 1) ReceivingLog.Unreachable(log, failure.Message);
                var told = failure is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
                var pause = rules.Pauses.After(failures);
                await Task.Delay(told > pause ? told : pause, time, stop);
            }
        }
    }

    private async Task FinishAsync()
    {
        ReceivingLog.Stopping(log, ledger.Open, ledger.Kept);
        using var cut = new CancellationTokenSource();
        var webhookStopping = webhook.StopAsync(cut.Token);
        var began = time.GetTimestamp();
        await ledger.WaitForOpenAsync(0, rules.StopTime, CancellationToken.None);
        while (ledger.Kept > 0 && time.GetElapsedTime(began) < rules.StopTime) await Task.Delay(TimeSpan.FromMilliseconds(50), time);
        await queue.StopAsync(TimeSpan.FromSeconds(1));
        await dispatcher.StopAsync(TimeSpan.FromSeconds(1), time);
        await keeper.KeepAsync([.. ledger.AllOpen, .. ledger.AllKept]);
        // Each delivery in hand is answered by now, or kept, and has a moment to say so: one that was cut off before would be brought again.
        await Task.WhenAny(webhookStopping, Task.Delay(TellTime, time));
        await cut.CancelAsync();
        await webhookStopping;
        if (ledger.Open > 0) ReceivingLog.LeftOpen(log, ledger.Open);
        if (!IsWebhook && poller.Next > 0) await ConfirmAsync(ledger.Lowest ?? poller.Next);
    }

    private async Task CutOffAsync()
    {
        using var patience = new CancellationTokenSource(TellTime, time);
        await webhook.StopAsync(patience.Token);
    }

    // Remembered before it is confirmed: if the confirmation fails, the next start asks from there, so nobody waits long for it.
    private async Task ConfirmAsync(long next)
    {
        var patience = rules.LastWord;
        try
        {
            await storage.SetMarkAsync(NextMark, string.Create(CultureInfo.InvariantCulture, $"{next} {time.GetUtcNow():O}"), CancellationToken.None);
        }
        catch (StorageUnavailableException down)
        {
            ReceivingLog.NotConfirmed(log, down.Message);
            patience *= 3;
        }
        await poller.ConfirmAsync(next, patience);
    }

    private async Task<long> FirstAsync()
    {
        string? kept = null;
        try
        {
            kept = await storage.GetMarkAsync(NextMark, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // Without the mark Telegram tells what is not confirmed.
        }
        var mark = kept?.Split(' ');
        return mark is [var next, var at] && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var then) && time.GetUtcNow() - then < NextLife
            ? long.Parse(next, CultureInfo.InvariantCulture)
            : 0;
    }

    private Task WaitAsync(CancellationToken stop) => Task.Delay(Timeout.InfiniteTimeSpan, time, stop);
}

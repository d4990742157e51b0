using Cica.Bot.Storage;
using Cica.Bot.Telegram.BotApi;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.Telegram.Sending;

/// <summary>
/// The one way out. Calls leave in the order of their urgency, at the pace of the settings, many side by side; what fails is tried
/// again, changed or given up as <see cref="DeliveryTable"/> says.
/// </summary>
internal sealed class OutgoingQueue : IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly BotConnection connection;
    private readonly IChatStore chats;
    private readonly IAnswerLog answers;
    private readonly SendingFigures figures;
    private readonly SendingRules rules;
    private readonly Ending ending;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Pace pace;
    private readonly WaitingLine line;
    private readonly BulkRoom bulk;
    private readonly ITimer timer;
    private readonly CancellationTokenSource cut = new();
    private readonly long start;
    private TaskCompletionSource? quiet;
    private int inFlight;
    private bool isStopping;

    public OutgoingQueue(BotConnection connection, IChatStore chats, IAnswerLog answers, SendingFigures figures, SendingRules rules, Ending ending, TimeProvider time, ILogger<OutgoingQueue> log)
    {
        (this.connection, this.chats, this.answers, this.figures, this.rules, this.ending, this.time, this.log) = (connection, chats, answers, figures, rules, ending, time, log);
        pace = new Pace(rules.Pace);
        line = new WaitingLine(pace);
        bulk = new BulkRoom(rules.Pace.PerSecond);
        start = time.GetTimestamp();
        timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Calls on their way at this moment.</summary>
    public int UnderWay
    {
        get
        {
            lock (gate) return inFlight;
        }
    }

    /// <summary>Calls that wait for their turn.</summary>
    public int Waiting
    {
        get
        {
            lock (gate) return line.Count;
        }
    }

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Sends a call when its turn comes; ends when it is known how that went.</summary>
    public Task<Delivery> SendAsync(OutgoingCall call)
    {
        lock (gate)
        {
            if (isStopping) call.End(Delivery.Stopped);
            else line.Add(call);
        }
        Pump();
        return call.Done;
    }

    /// <summary>Lets nothing more go, gives what is on its way this long, and leaves the rest owed.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        Task? busy;
        lock (gate)
        {
            isStopping = true;
            foreach (var call in line.TakeAll()) call.End(Delivery.Stopped);
            busy = inFlight == 0 ? null : (quiet ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
        if (busy is null) return;
        await Task.WhenAny(busy, Task.Delay(patience, time));
        await cut.CancelAsync();
        await busy;
    }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        cut.Dispose();
    }

    private void Pump()
    {
        List<OutgoingCall>? going = null;
        lock (gate)
        {
            if (isStopping) return;
            var now = Now;
            while (inFlight < rules.MostInFlight && line.Count > 0 && line.Take(now, bulk.HasRoom) is { } call)
            {
                inFlight++;
                if (call.Urgency == Urgency.Bulk) bulk.Begin();
                (going ??= []).Add(call);
            }
            // With all lines out taken, the end of a call pumps again.
            // So it does where bulk has no room.
            if (line.Count > 0 && inFlight < rules.MostInFlight && line.Next(now, bulk.HasRoom) is { } next)
                timer.Change(next > now ? next - now + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
        if (going is null) return;
        foreach (var call in going) _ = GoAsync(call);
    }

    private async Task GoAsync(OutgoingCall call)
    {
        TimeSpan? again = null;
        var began = Now;
        try
        {
            again = await TryAsync(call);
        }
        // Nobody waits for this task: what nobody foresaw must not leave its call without an end.
        catch (Exception unforeseen)
        {
            Log.CallFailed(log, call.Request.MethodName, unforeseen.GetType().Name, unforeseen);
            call.End(Delivery.GivenUp);
        }
        lock (gate)
        {
            inFlight--;
            var now = Now;
            if (call.Departure is { } departure) pace.End(departure, now);
            if (call.Urgency == Urgency.Bulk) bulk.End(now - began);
            if (again is { } pause)
            {
                if (isStopping) call.End(Delivery.Stopped);
                else line.AddLater(call, now + pause);
            }
            if (inFlight == 0) quiet?.TrySetResult();
        }
        Pump();
    }

    /// <summary>One try. Null when the call has ended; else how long to wait before the next.</summary>
    private async Task<TimeSpan?> TryAsync(OutgoingCall call)
    {
        if (IsTooLate(call))
        {
            Log.TooLate(log, call.Request.MethodName);
            call.End(Delivery.TooLate);
            return null;
        }
        if (call.IsWanted is { } isWanted && !await isWanted())
        {
            call.End(Delivery.Withdrawn);
            return null;
        }
        try
        {
            // Where nobody has done it before.
            await call.LoadAsync(cut.Token);
            var result = await connection.CallAsync(new AnyCall(call.Request), rules.CallDeadline, cut.Token);
            figures.CountSent();
            if (call.Answers is { } question && result.MessageId is { } id) answers.Remember(question.Chat, question.Message, id);
            call.End(Delivery.Sent);
            return null;
        }
        catch (Exception) when (cut.IsCancellationRequested)
        {
            call.MayHaveArrived = call.IsMessage;
            call.End(Delivery.Stopped);
            return null;
        }
        catch (Exception failure)
        {
            return await ReactAsync(call, DeliveryTable.For(failure, call.IsMessage));
        }
    }

    private async Task<TimeSpan?> ReactAsync(OutgoingCall call, Reaction reaction)
    {
        call.Failures++;
        call.Why = reaction.Why;
        call.MayHaveArrived |= reaction.MayRepeat;
        var method = call.Request.MethodName;
        switch (reaction.Kind)
        {
            case ReactionKind.Wait:
                Log.ToldToWait(log, method, reaction.After.TotalSeconds);
                lock (gate) pace.Hold(call.Chat, reaction.After, Now);
                figures.CountRetried();
                return reaction.After;
            case ReactionKind.OnceMore when call.Unknown++ == 0:
            case ReactionKind.Again:
                if (reaction.MayRepeat) figures.CountPossibleRepeat();
                figures.CountRetried();
                var pause = rules.Pauses.After(call.Failures);
                Log.Again(log, method, reaction.Why, pause.TotalSeconds, reaction.MayRepeat);
                return pause;
            case ReactionKind.PlainText when call.Plain is { } plain && (await BodyCall.OfAsync(call.Request, CancellationToken.None)).InPlainText(plain) is { } changed:
                Log.InPlainText(log, method, reaction.Why);
                call.Request = changed;
                call.Plain = null;
                return TimeSpan.Zero;
            case ReactionKind.Move when call.Chat is { } old && (await BodyCall.OfAsync(call.Request, CancellationToken.None)).To(reaction.MovedTo) is { } changed:
                Log.Moved(log, old, reaction.MovedTo);
                await StoreAsync(() => chats.MoveChatAsync(old, reaction.MovedTo, CancellationToken.None));
                (call.Request, call.Chat) = (changed, reaction.MovedTo);
                return TimeSpan.Zero;
            case ReactionKind.SwitchOff:
                Log.ShutOut(log, method, reaction.Why);
                if (call.Chat is { } gone) await StoreAsync(() => chats.SwitchOffAsync(gone, time.GetUtcNow(), CancellationToken.None));
                call.End(Delivery.ShutOut);
                return null;
            case ReactionKind.Forget:
                Log.NothingToDo(log, method, reaction.Why);
                break;
            case ReactionKind.Stop:
                ending.TokenRefused();
                call.End(Delivery.Stopped);
                return null;
            case ReactionKind.OnceMore:
                figures.CountRefused();
                Log.GivenUp(log, method, reaction.Why);
                break;
            default:
                figures.CountRefused();
                Log.Refused(log, method, reaction.Why);
                break;
        }
        call.End(Delivery.GivenUp);
        return null;
    }

    // Queries live ten seconds (core.telegram.org/bots/api#answercallbackquery; seen); everything else as long as Telegram keeps updates.
    private bool IsTooLate(OutgoingCall call) => time.GetUtcNow() - call.Asked > (call.Urgency == Urgency.Query ? rules.QueryLife : rules.ReplyLife);

    private async Task StoreAsync(Func<ValueTask> write)
    {
        try
        {
            await write();
        }
        catch (StorageUnavailableException down)
        {
            Log.NotStored(log, down.Message);
        }
    }
}

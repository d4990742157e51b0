using Cica.Bot.Operations;
using Cica.Bot.Telegram.Sending;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>The way of one update: who it is from, what answers it, and out.</summary>
internal sealed class UpdateHandler(Presence presence, IResponder responder, OutgoingQueue queue, Typing typing, Keeper keeper, Ledger ledger, IWaypoints waypoints)
{
    /// <summary>Finds out what answers it, unless that is known.</summary>
    public async Task RespondAsync(Taken taken, CancellationToken cancel)
    {
        waypoints.Pass(Waypoint.Taken);
        if (taken.Calls is not null) return;
        await presence.NoteAsync(taken.Update!, cancel);
        var answering = responder.RespondAsync(taken.Update!, cancel);
        var replies = answering.IsCompleted ? await answering : await typing.WhileAsync(taken.Update!, answering.AsTask());
        OutgoingCall[] calls = [.. replies.Select(r => new OutgoingCall(r, taken.Since))];
        foreach (var call in calls) await call.LoadAsync(cancel);
        // From now on they may be kept, too.
        lock (ledger.Gate) taken.Calls = calls;
        waypoints.Pass(Waypoint.Responded);
    }

    /// <summary>Sends what answers it. True when it is answered; false when the bot stopped before.</summary>
    public async Task<bool> SendAsync(Taken taken)
    {
        while (taken.Ended < taken.Calls!.Count)
        {
            var delivery = await queue.SendAsync(taken.Calls[taken.Ended]);
            if (delivery == Delivery.Stopped) return false;
            waypoints.Pass(Waypoint.Sent);
            await keeper.CallEndedAsync(taken);
            if (delivery == Delivery.ShutOut) break;
        }
        return true;
    }
}

using System.Text.Json;
using Cica.Bot.Storage;
using Cica.Bot.Telegram.Sending;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Cica.Bot.Telegram.Receiving;

/// <summary>An update that was taken, and how far its answer has come. What changes here changes under the ledger's gate.</summary>
internal sealed class Taken
{
    private readonly TaskCompletionSource confirmable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Taken(Update update, DateTimeOffset since)
    {
        (Id, Update, Since) = (update.Id, update, since);
        (Line, Chat, User) = (UpdateKinds.LineOf(update), UpdateKinds.ChatOf(update)?.Id, UpdateKinds.UserOf(update));
    }

    /// <summary>One that was kept before.</summary>
    public Taken(Owed owed)
    {
        (Id, Since, Chat, User, IsKept) = (owed.UpdateId, owed.Since, owed.Chat, owed.User, true);
        Update = owed.Update is null ? null : JsonSerializer.Deserialize<Update>(owed.Update, JsonBotAPI.Options);
        if (Update is null) Calls = [.. owed.Calls.Select(c => new OutgoingCall(c, owed.Since))];
        Line = Update is null ? owed.Chat ?? owed.User ?? 0 : UpdateKinds.LineOf(Update);
        confirmable.SetResult();
    }

    public long Id { get; }

    /// <summary>The update; null where only calls were kept of it.</summary>
    public Update? Update { get; }

    public DateTimeOffset Since { get; }

    public long Line { get; }

    public long? Chat { get; }

    public long? User { get; }

    /// <summary>The calls that answer it; null until it has been worked on.</summary>
    public IReadOnlyList<OutgoingCall>? Calls { get; set; }

    /// <summary>How many of the calls have ended.</summary>
    public int Ended { get; set; }

    /// <summary>What is left of it is kept in storage.</summary>
    public bool IsKept { get; set; }

    /// <summary>It is answered.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Ends when the update may be confirmed to Telegram: it is answered, or what is left is kept.</summary>
    public Task Confirmable => confirmable.Task;

    public void MayBeConfirmed() => confirmable.TrySetResult();

    /// <summary>What is left of it, to be kept.</summary>
    public async Task<(Owed Owed, int Ended)> OwedAsync(CancellationToken cancel)
    {
        var (calls, ended) = (Calls, Ended);
        if (calls is null) return (new Owed(Id, Since, Chat, User, JsonSerializer.Serialize(Update, JsonBotAPI.Options), []), ended);
        var left = new List<OwedCall>();
        foreach (var call in calls.Skip(ended)) left.Add(await call.OwedAsync(cancel));
        return (new Owed(Id, Since, Chat, User, null, left), ended);
    }
}

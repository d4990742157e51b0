namespace Cica.Bot.Storage;

/// <summary>One call still owed to somebody: an HTTP request body as it will be sent.</summary>
/// <param name="Method">The method of the Bot API.</param>
/// <param name="ContentType">The content type of the body.</param>
/// <param name="Body">The body.</param>
/// <param name="Urgency">How soon it must go out, as a number; lower is sooner.</param>
/// <param name="Chat">The chat it goes to; null for answers to queries.</param>
/// <param name="Plain">Plain text to send instead if the markup is refused.</param>
public sealed record OwedCall(string Method, string ContentType, byte[] Body, int Urgency, long? Chat, string? Plain);

/// <summary>
/// An update that was taken but not answered in full: either the update itself, not worked on yet, or the calls that are left of
/// its answer.
/// </summary>
/// <param name="UpdateId">The update's id: the unique key.</param>
/// <param name="Since">When the update was taken, in UTC.</param>
/// <param name="Chat">The chat it came from, if any.</param>
/// <param name="User">Whose it is, if anybody's: erased with them.</param>
/// <param name="Update">The update as JSON; null once it has been worked on.</param>
/// <param name="Calls">The calls left, in order; empty while <paramref name="Update"/> is there.</param>
public sealed record Owed(long UpdateId, DateTimeOffset Since, long? Chat, long? User, string? Update, IReadOnlyList<OwedCall> Calls);

/// <summary>What is owed: kept so that an update may be confirmed before it is answered.</summary>
public interface IOwedStore
{
    /// <summary>Keeps these, in place of what was kept under the same ids; the holder has them until the lease ends.</summary>
    ValueTask KeepAsync(IReadOnlyList<Owed> owed, Lease lease, CancellationToken cancel);

    /// <summary>They are answered, or given up: no longer owed.</summary>
    ValueTask SettleAsync(IReadOnlyList<long> updateIds, CancellationToken cancel);

    /// <summary>Takes what nobody holds at this instant, in the order of the ids, and gives it to the holder until the lease ends.</summary>
    ValueTask<IReadOnlyList<Owed>> ClaimAsync(Lease lease, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Everything this holder has is its own until the lease ends.</summary>
    ValueTask RenewAsync(Lease lease, CancellationToken cancel);

    /// <summary>How many are owed in all.</summary>
    ValueTask<int> CountOwedAsync(CancellationToken cancel);
}

/// <summary>Who has taken something, and until when; after that anybody may take it over.</summary>
/// <param name="Holder">A name unique to this run of the bot.</param>
/// <param name="Until">The end of the lease, in UTC.</param>
public sealed record Lease(string Holder, DateTimeOffset Until);

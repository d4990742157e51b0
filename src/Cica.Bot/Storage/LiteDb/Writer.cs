using System.Threading.Channels;
using Cica.Bot.Operations;
using LiteDB;

namespace Cica.Bot.Storage.LiteDb;

/// <summary>
/// Does everything on the database, one piece of work after the other: what has piled up meanwhile goes into one transaction with one
/// checkpoint, so that a hundred writes cost little more than one. Only after the checkpoint is a write told to be done: without
/// it LiteDB 5.0.20 loses writes it has acknowledged. After a failure the database is opened anew, as it is of no use until then
/// (litedb-org/LiteDB#2821).
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int MostInOneTransaction = 1_000;
    private static readonly TimeSpan BetweenOpenings = TimeSpan.FromSeconds(1);

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<LiteDatabase> open;
    private readonly Action<string?> troubled;
    private readonly IWaypoints waypoints;
    private readonly TimeProvider time;
    private readonly Task running;
    private LiteDatabase? database;
    private long closedAt;
    private string lastFailure = "";

    /// <summary>Begins with an open database; <paramref name="open"/> opens it again after a failure.</summary>
    public Writer(LiteDatabase database, Func<LiteDatabase> open, Action<string?> troubled, IWaypoints waypoints, TimeProvider time)
    {
        (this.database, this.open, this.troubled, this.waypoints, this.time) = (database, open, troubled, waypoints, time);
        // A thread of its own: the database's calls block, and its transactions belong to the thread that began them.
        running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Queues a write of documents by their ids at once and completes when it is durable; throws <see cref="StorageUnavailableException"/>.</summary>
    public Task WriteAsync(Action<LiteDatabase> write) => Queue(new Work(db => { write(db); return null; }, WorkKind.Write));

    /// <summary>
    /// The same for a write that also walks a collection. It has its transaction to itself: LiteDB 5.0.20 takes a walk over what was
    /// inserted in the same transaction for a loop once there is much of it ("Detected loop in FindAll").
    /// </summary>
    public Task WalkAndWriteAsync(Action<LiteDatabase> write) => Queue(new Work(db => { write(db); return null; }, WorkKind.WalkAndWrite));

    /// <summary>Queues a reading, after all writes queued before.</summary>
    public async Task<T> ReadAsync<T>(Func<LiteDatabase, T> read) => (T)(await Queue(new Work(db => read(db), WorkKind.Read)))!;

    /// <summary>Ends when everything queued is done, and closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await running;
    }

    private Task<object?> Queue(Work work)
    {
        if (!queue.Writer.TryWrite(work)) work.Done.TrySetException(new StorageUnavailableException("the storage is closed"));
        return work.Done.Task;
    }

    private void Run()
    {
        var batch = new List<Work>();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MostInOneTransaction && queue.Reader.TryPeek(out var next) && (batch.Count == 0 || (next.Kind == WorkKind.Write && batch[0].Kind == WorkKind.Write)))
            {
                queue.Reader.TryRead(out _);
                batch.Add(next);
            }
            Do(batch);
        }
        Close();
    }

    private void Do(List<Work> batch)
    {
        try
        {
            var db = database ??= Reopened();
            var writes = batch[0].Kind != WorkKind.Read;
            if (writes && !db.BeginTrans()) throw new InvalidOperationException("a transaction was left open");
            foreach (var work in batch) work.Result = work.Action(db);
            if (writes)
            {
                waypoints.Pass(Waypoint.Written);
                if (!db.Commit()) throw new InvalidOperationException("the transaction was not committed");
                waypoints.Pass(Waypoint.Committed);
                db.Checkpoint();
                waypoints.Pass(Waypoint.Safe);
                troubled(null);
            }
            foreach (var work in batch) work.Done.TrySetResult(work.Result);
        }
        // Whatever it was: nobody may take for written what may not be, and the next work finds a database opened anew.
        catch (Exception failure)
        {
            var told = failure as StorageUnavailableException ?? new StorageUnavailableException(DatabaseFile.OneLine(failure), failure);
            lastFailure = told.Message;
            if (failure is not StorageUnavailableException) Close();
            troubled(told.Message);
            foreach (var work in batch) work.Done.TrySetException(told);
        }
    }

    private LiteDatabase Reopened()
    {
        if (closedAt != 0 && time.GetElapsedTime(closedAt) < BetweenOpenings) throw new StorageUnavailableException(lastFailure);
        try
        {
            return open();
        }
        catch (Exception failure)
        {
            closedAt = time.GetTimestamp();
            throw new StorageUnavailableException(DatabaseFile.OneLine(failure), failure);
        }
    }

    private void Close()
    {
        closedAt = time.GetTimestamp();
        try
        {
            database?.Dispose();
        }
        // A database that failed may fail to close as well; the log keeps what was committed.
        catch (Exception failure)
        {
            troubled(DatabaseFile.OneLine(failure));
        }
        database = null;
    }

    private enum WorkKind
    {
        Read,
        Write,
        WalkAndWrite,
    }

    private sealed record Work(Func<LiteDatabase, object?> Action, WorkKind Kind)
    {
        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public object? Result { get; set; }
    }
}

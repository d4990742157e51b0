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
    // No step of a transaction takes this long, not on the slowest disk and the busiest machine.
    private static readonly TimeSpan HangsAfter = TimeSpan.FromSeconds(20);

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Func<LiteDatabase> open;
    private readonly Room room;
    private readonly Action<string?> troubled;
    private readonly IWaypoints waypoints;
    private readonly TimeProvider time;
    private readonly TimeProvider machine;
    private readonly Task running;
    private LiteDatabase? database;
    private Task hung = Task.CompletedTask;
    private long closedAt;
    private long lastStep;
    private string lastFailure = "";

    /// <summary>Begins with an open database; <paramref name="open"/> opens it again after a failure, once there is room. The machine's clock is the system's, unless another is given.</summary>
    public Writer(LiteDatabase database, Func<LiteDatabase> open, Room room, Action<string?> troubled, IWaypoints waypoints, TimeProvider time, TimeProvider? machine = null)
    {
        (this.database, this.open, this.room, this.troubled, this.waypoints, this.time, this.machine) = (database, open, room, troubled, waypoints, time, machine ?? TimeProvider.System);
        running = Task.Run(RunAsync);
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

    private async Task RunAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var batch = new List<Work>();
            while (batch.Count < MostInOneTransaction && queue.Reader.TryPeek(out var next) && (batch.Count == 0 || (next.Kind == WorkKind.Write && batch[0].Kind == WorkKind.Write)))
            {
                queue.Reader.TryRead(out _);
                batch.Add(next);
            }
            await GuardAsync(() => Do(batch), batch);
        }
        await GuardAsync(Close, []);
    }

    /// <summary>
    /// LiteDB 5.0.20 waits for ever for its writing thread when that has met a full disk. Whoever waits for us must not; the call is
    /// left alone, and as long as it has not ended the file is not opened a second time, for two on one file destroy it.
    /// </summary>
    private async Task GuardAsync(Action action, List<Work> batch)
    {
        if (hung.IsCompleted)
        {
            Volatile.Write(ref lastStep, machine.GetTimestamp());
            // A thread of its own: the calls block, and a transaction belongs to the thread that began it.
            hung = Task.Factory.StartNew(() => Apart.Run(action), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            // A thousand writes may take longer together; as long as they get on, nothing hangs.
            for (var left = HangsAfter; left > TimeSpan.Zero; left = HangsAfter - machine.GetElapsedTime(Volatile.Read(ref lastStep)))
            {
                try
                {
                    // By the machine's clock: another may be put forward by hand, and the disk knows nothing of that.
                    await hung.WaitAsync(left, machine);
                    return;
                }
                catch (TimeoutException)
                {
                    // Only where nothing has got on since.
                }
            }
            troubled("the database does not answer, most likely for want of disk space; make room and start the bot again");
        }
        foreach (var work in batch) work.Done.TrySetException(new StorageUnavailableException("the database does not answer; make room on the disk and start the bot again"));
    }

    private void Do(List<Work> batch)
    {
        try
        {
            var db = database ??= Reopened();
            var writes = batch[0].Kind != WorkKind.Read;
            if (writes) room.Look();
            if (writes && !db.BeginTrans()) throw new InvalidOperationException("a transaction was left open");
            foreach (var work in batch)
            {
                work.Result = work.Action(db);
                Volatile.Write(ref lastStep, machine.GetTimestamp());
            }
            if (writes)
            {
                waypoints.Pass(Waypoint.Written);
                if (!db.Commit()) throw new InvalidOperationException("the transaction was not committed");
                Volatile.Write(ref lastStep, machine.GetTimestamp());
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
            room.Try();
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

using LiteDB;

namespace Cica.Bot.Storage.LiteDb;

/// <summary>The questions that could not be answered: gathered in memory and written together every few seconds, so that they cost an answer nothing.</summary>
internal sealed class QuestionShelf : IAsyncDisposable
{
    /// <summary>How many are kept; the oldest go.</summary>
    public const int Most = 10_000;

    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly Queue<UnansweredQuestion> gathered = new();
    private readonly Writer writer;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private long lastId;
    // How many are in the file; null where that must be counted anew. Used by the writer's work only.
    private int? kept;

    public QuestionShelf(Writer writer, long lastId, TimeProvider time)
    {
        (this.writer, this.lastId, this.time) = (writer, lastId, time);
        timer = time.CreateTimer(_ => _ = WriteAsync(), null, Pause, Pause);
    }

    /// <summary>The id of the question written last; 0 if there is none.</summary>
    public static long LastId(LiteDatabase db) => db.GetCollection("questions") is var questions && questions.Count() > 0 ? questions.Max().AsInt64 : 0;

    public void Add(UnansweredQuestion question)
    {
        lock (gate)
        {
            if (gathered.Count >= Most) gathered.Dequeue();
            gathered.Enqueue(question);
        }
    }

    /// <summary>All that are kept and not too old, oldest first.</summary>
    public async Task<IReadOnlyList<UnansweredQuestion>> AllAsync()
    {
        await WriteAsync();
        var oldest = time.GetUtcNow() - Life;
        return await writer.ReadAsync(db => db.GetCollection("questions").Query().OrderBy("_id").ToDocuments().ToList().Select(Documents.Question).Where(q => q.At >= oldest).ToList());
    }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        await WriteAsync();
    }

    private async Task WriteAsync()
    {
        List<UnansweredQuestion> these;
        lock (gate)
        {
            if (gathered.Count == 0) return;
            these = [.. gathered];
            gathered.Clear();
        }
        try
        {
            await writer.WalkAndWriteAsync(db => MakeRoom(db, these.Count));
            await writer.WriteAsync(db =>
            {
                foreach (var question in these) db.GetCollection("questions").Insert(Documents.Of(question, Interlocked.Increment(ref lastId)));
                kept += these.Count;
            });
        }
        catch (StorageUnavailableException)
        {
            // The trouble is told by the writer. They wait for the next time, within the bound; nobody knows what was written.
            kept = null;
            foreach (var question in these) Add(question);
        }
    }

    // They stand in the order they came, so those to go are the first ones. Only those are read: to walk them all at each write
    // would fill the database's cache with pages nobody wants.
    private void MakeRoom(LiteDatabase db, int coming)
    {
        var collection = db.GetCollection("questions");
        var count = kept ?? collection.Count();
        // Until this is done, it is not known.
        kept = null;
        var surplus = count + coming - Most;
        var oldest = time.GetUtcNow() - Life;
        for (var isDone = false; !isDone;)
        {
            var first = collection.Query().OrderBy("_id").Limit(Math.Max(surplus, 1)).ToDocuments().ToList();
            isDone = first.Count == 0;
            foreach (var row in first)
            {
                isDone = surplus <= 0 && Documents.Instant(row["at"]) >= oldest;
                if (isDone) break;
                collection.Delete(row["_id"]);
                (surplus, count) = (surplus - 1, count - 1);
            }
        }
        kept = count;
    }
}

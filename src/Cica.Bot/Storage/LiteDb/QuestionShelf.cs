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
            });
        }
        catch (StorageUnavailableException)
        {
            // The trouble is told by the writer. They wait for the next time, within the bound.
            foreach (var question in these) Add(question);
        }
    }

    // They stand in the order they came, so those to go are the first ones.
    private void MakeRoom(LiteDatabase db, int coming)
    {
        var collection = db.GetCollection("questions");
        var surplus = collection.Count() + coming - Most;
        var oldest = time.GetUtcNow() - Life;
        if (surplus <= 0 && (collection.Count() == 0 || Documents.Instant(collection.FindById(collection.Min())["at"]) >= oldest)) return;
        foreach (var row in collection.FindAll().ToList())
        {
            if (surplus-- <= 0 && Documents.Instant(row["at"]) >= oldest) break;
            collection.Delete(row["_id"]);
        }
    }
}

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

    public QuestionShelf(Writer writer, TimeProvider time)
    {
        (this.writer, this.time) = (writer, time);
        timer = time.CreateTimer(_ => _ = WriteAsync(), null, Pause, Pause);
    }

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
            await writer.WriteAsync(db => Write(db, these));
        }
        catch (StorageUnavailableException)
        {
            // The trouble is told by the writer. They wait for the next time, within the bound.
            foreach (var question in these) Add(question);
        }
    }

    private void Write(LiteDatabase db, List<UnansweredQuestion> these)
    {
        var collection = db.GetCollection("questions");
        var next = collection.Count() == 0 ? 1 : collection.Max().AsInt64 + 1;
        foreach (var question in these) collection.Insert(Documents.Of(question, next++));
        var oldest = time.GetUtcNow() - Life;
        // They stand in the order they came, so those to go are the first ones.
        var surplus = collection.Count() - Most;
        while (collection.Count() > 0 && collection.FindById(collection.Min()) is { } first && (surplus-- > 0 || Documents.Instant(first["at"]) < oldest))
            collection.Delete(first["_id"]);
    }
}

using System.Text.Json;
using Cica.Playground;
using Cica.Playground.People;

namespace Cica.Bot.Benchmarks;

/// <summary>64 people who each ask a real question, wait for the answer and ask the next: 64 updates in flight all the time.</summary>
internal sealed class Crowd
{
    private const int Size = 64;
    private static readonly string[] Files = ["english-1", "english-2", "russian", "declines"];
    private readonly PlaygroundServer server;
    private readonly Asker[] askers;
    private readonly string[] questions;
    private int next;
    private int lastId;

    public Crowd(PlaygroundServer server)
    {
        this.server = server;
        questions = Questions();
        askers = [.. Enumerable.Range(0, Size).Select(i => new Asker(server.People.NewPerson($"Person {i}")))];
    }

    /// <summary>Asks so many questions; tells how long each waited for its answer.</summary>
    public async Task<(TimeSpan Took, List<double> Milliseconds)> AskAsync(int count)
    {
        var waited = new List<double>(count);
        var start = TimeProvider.System.GetTimestamp();
        foreach (var asker in askers) asker.Ask(questions[next++ % questions.Length]);
        lastId = Math.Max(lastId, askers.Min(a => a.Question) - 1);
        for (var asked = askers.Length; waited.Count < count;)
        {
            var change = server.People.Waits.ChangeAsync();
            if (NextAnswered() is not { } asker)
            {
                await Task.WhenAny(change, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System));
                if (askers.FirstOrDefault(a => a.Waits > TimeSpan.FromSeconds(60)) is { } forgotten) throw new TimeoutException($"Nobody answers: {forgotten}");
                continue;
            }
            waited.Add(asker.Answered());
            if (asked++ < count) asker.Ask(questions[next++ % questions.Length]);
        }
        return (TimeProvider.System.GetElapsedTime(start), waited);
    }

    // Private chats share one row of message ids, so each new message is the next one in somebody's chat: looked for there, and
    // not in all that was ever written.
    private Asker? NextAnswered()
    {
        while (askers.FirstOrDefault(a => a.Has(lastId + 1)) is { } asker)
        {
            lastId++;
            if (asker.Question != 0 && lastId > asker.Question) return asker;
        }
        return null;
    }

    /// <summary>The questions the engine is tested with.</summary>
    public static string[] Questions()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "Cica.Bot.sln"))) directory = directory.Parent;
        return [.. Files.SelectMany(f => File.ReadLines(Path.Combine(directory.FullName, "tests", "Cica.Answers.Tests", "Questions", f + ".jsonl")))
            .Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];
    }

    private sealed class Asker(Person person)
    {
        private readonly Place chat = person.Private;
        private long asked;

        /// <summary>The question that waits for its answer; 0 when none does.</summary>
        public int Question { get; private set; }

        public TimeSpan Waits => Question == 0 ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(asked);

        public bool Has(int message) => chat.Message(message) is not null;

        public void Ask(string text)
        {
            asked = TimeProvider.System.GetTimestamp();
            Question = person.Say(text).MessageId;
        }

        /// <summary>How long the answer took, in milliseconds.</summary>
        public double Answered()
        {
            Question = 0;
            return TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds;
        }

        public override string ToString() => chat.TranscriptText;
    }
}

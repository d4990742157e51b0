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
        var asked = 0;
        foreach (var asker in askers)
        {
            asker.Ask(questions[next++ % questions.Length]);
            asked++;
        }
        while (waited.Count < count)
        {
            var change = server.People.Waits.ChangeAsync();
            var seen = waited.Count;
            foreach (var asker in askers)
            {
                if (asker.Answered() is not { } milliseconds) continue;
                waited.Add(milliseconds);
                if (asked++ < count) asker.Ask(questions[next++ % questions.Length]);
            }
            if (waited.Count == seen) await change.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
        }
        return (TimeProvider.System.GetElapsedTime(start), waited);
    }

    private static string[] Questions()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "Cica.Bot.sln"))) directory = directory.Parent;
        return [.. Files.SelectMany(f => File.ReadLines(Path.Combine(directory.FullName, "tests", "Cica.Answers.Tests", "Questions", f + ".jsonl")))
            .Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("text").GetString()!)];
    }

    private sealed class Asker(Person person)
    {
        private int question;
        private long asked;

        public void Ask(string text)
        {
            asked = TimeProvider.System.GetTimestamp();
            question = person.Say(text).MessageId;
        }

        /// <summary>How long the answer took, told once; null while there is none.</summary>
        public double? Answered()
        {
            if (question == 0 || person.Private.Message(question + 1) is null) return null;
            question = 0;
            return TimeProvider.System.GetElapsedTime(asked).TotalMilliseconds;
        }
    }
}

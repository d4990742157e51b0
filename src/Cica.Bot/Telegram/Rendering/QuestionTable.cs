using System.Collections.Frozen;
using Cica.Answers.Remembering;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>
/// Finds a question again by its short hash. The bot's own (suggestions, commands, what articles answer) are computed from the
/// facts, so they are found after a restart as well; of what people typed the latest are remembered, within a bound.
/// </summary>
internal sealed class QuestionTable
{
    /// <summary>Beyond this the oldest typed questions go; at 100 characters each that is a few megabytes.</summary>
    private const int MostTyped = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private KnowledgeSnapshot? basis;
    private FrozenDictionary<string, string> own = FrozenDictionary<string, string>.Empty;

    /// <summary>The short hash of a question.</summary>
    public static string Hash(string question) => ShortHash.Letters(question, ButtonData.QuestionLetters);

    /// <summary>Remembers a question that somebody typed.</summary>
    public void Remember(string question)
    {
        var hash = Hash(question);
        lock (gate)
        {
            if (typed.TryAdd(hash, question))
            {
                order.Enqueue(hash);
                while (order.Count > MostTyped)
                    typed.Remove(order.Dequeue());
            }
        }
    }

    /// <summary>The question of this hash, or null.</summary>
    public string? Find(string hash, KnowledgeSnapshot knowledge)
    {
        lock (gate)
        {
            if (basis != knowledge)
            {
                own = Own(knowledge);
                basis = knowledge;
            }
            return own.TryGetValue(hash, out var question) || typed.TryGetValue(hash, out question) ? question : null;
        }
    }

    private static FrozenDictionary<string, string> Own(KnowledgeSnapshot knowledge) =>
        knowledge.Languages.SelectMany(l => l.Texts).Where(t => t.Key.StartsWith("suggest.", StringComparison.Ordinal) || t.Key.StartsWith("ask.", StringComparison.Ordinal))
            .Select(t => t.Value)
            .Concat(knowledge.Articles.SelectMany(a => a.Questions.Values).SelectMany(q => q))
            .Distinct(StringComparer.Ordinal).GroupBy(Hash).Where(g => g.Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.First());
}

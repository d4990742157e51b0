namespace Cica.Bot.Telegram;

/// <summary>Which message answered which question, the latest so many of all chats together.</summary>
public sealed class AnswerLog(int most = 10_000) : IAnswerLog
{
    private readonly Lock gate = new();
    private readonly Dictionary<(long Chat, int Question), int> answers = [];
    private readonly Queue<(long, int)> inOrder = new();

    /// <inheritdoc/>
    public int? AnswerTo(long chat, int question)
    {
        lock (gate) return answers.TryGetValue((chat, question), out var answer) ? answer : null;
    }

    /// <inheritdoc/>
    public void Remember(long chat, int question, int answer)
    {
        lock (gate)
        {
            if (answers.TryAdd((chat, question), answer)) inOrder.Enqueue((chat, question));
            else answers[(chat, question)] = answer;
            if (inOrder.Count > most) answers.Remove(inOrder.Dequeue());
        }
    }
}

namespace Cica.Bot.Telegram;

/// <summary>Which message answered which question; bounded, in memory.</summary>
public interface IAnswerLog
{
    /// <summary>The message that answered this question, or null if that is not known any more.</summary>
    int? AnswerTo(long chat, int question);

    /// <summary>Remembers the answer to a question; the oldest goes when the bound is reached.</summary>
    void Remember(long chat, int question, int answer);
}

namespace Cica.Bot.Storage;

/// <summary>A question the facts did not answer. Its text alone: not who asked, nor where.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">The language it was answered in.</param>
/// <param name="At">When, in UTC.</param>
public sealed record UnansweredQuestion(string Text, string Language, DateTimeOffset At);

/// <summary>Questions that could not be answered, for the curators: the newest 10,000 of the last 90 days.</summary>
public interface IQuestionStore
{
    /// <summary>Keeps a question. Returns at once and is written when there is time: losing one to a crash is no loss to anybody.</summary>
    void AddUnanswered(UnansweredQuestion question);

    /// <summary>All that are kept, oldest first.</summary>
    ValueTask<IReadOnlyList<UnansweredQuestion>> UnansweredAsync(CancellationToken cancel);
}

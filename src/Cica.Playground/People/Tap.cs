using Cica.Playground.State;

namespace Cica.Playground.People;

/// <summary>A tap on a button, with the bot's answer once it comes.</summary>
public sealed class Tap
{
    private readonly Task<object> _answer;
    private readonly TimeSpan _patience;

    internal Tap(string queryId, Task<object> answer, TimeSpan patience)
    {
        QueryId = queryId;
        _answer = answer;
        _patience = patience;
    }

    public string QueryId { get; }
    public bool IsAnswered => _answer.IsCompleted;

    /// <summary>What the person is shown; fails with <see cref="TimeoutException"/> if the bot never answers: in the app the button would go on spinning.</summary>
    public async Task<TapNotice> AnswerAsync(CancellationToken cancellationToken = default)
    {
        var answer = (TapAnswer)await _answer.WaitAsync(_patience, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        return new TapNotice(answer.Text, answer.IsAlert, answer.Url);
    }
}

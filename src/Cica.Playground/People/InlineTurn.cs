using Cica.Playground.State;

namespace Cica.Playground.People;

/// <summary>An inline query typed, with the list of results once it comes.</summary>
public sealed class InlineTurn
{
    private readonly Func<InlineAnswer, InlineList> _list;
    private readonly Task<object> _answer;
    private readonly TimeSpan _patience;

    internal InlineTurn(string? queryId, Task<object> answer, TimeSpan patience, Func<InlineAnswer, InlineList> list)
    {
        QueryId = queryId;
        _answer = answer;
        _patience = patience;
        _list = list;
    }

    /// <summary>Null: the list came from Telegram's cache and the bot was not asked.</summary>
    public string? QueryId { get; }
    public bool IsFromCache => QueryId is null;

    /// <summary>What is listed; fails with <see cref="TimeoutException"/> if the bot never answers.</summary>
    public async Task<InlineList> ListAsync(CancellationToken cancellationToken = default) =>
        _list((InlineAnswer)await _answer.WaitAsync(_patience, TimeProvider.System, cancellationToken).ConfigureAwait(false));
}

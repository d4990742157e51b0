namespace Cica.Playground.State;

/// <summary>
/// Queries that wait for the bot's answer: taps, inline queries, guest messages. Each is answered once, in time
/// (core.telegram.org/bots/api#answercallbackquery; "query is too old" in its server's source). Guarded by <see cref="World.Gate"/>.
/// </summary>
internal sealed class QueryDesk(World world)
{
    private readonly Dictionary<string, OpenQuery> _open = [];
    private readonly Queue<string> _order = new();
    private readonly Dictionary<(string Query, string Offset, long User), (InlineAnswer Answer, DateTimeOffset Until)> _cache = [];

    public OpenQuery Open(QueryKind kind, long user, string text = "", string offset = "", Room? room = null, int message = 0)
    {
        var query = new OpenQuery(world.NextQueryId(), kind, user, text, offset, room, message, world.Clock.GetUtcNow() + world.Options.QueryLife);
        _open.Add(query.Id, query);
        _order.Enqueue(query.Id);
        while (_order.Count > world.Options.Bounds.OpenQueries) _open.Remove(_order.Dequeue());
        return query;
    }

    /// <summary>The query if it can still be answered; it cannot a second time.</summary>
    public OpenQuery? Claim(string? id, QueryKind kind)
    {
        if (id is null || !_open.TryGetValue(id, out var query) || query.Kind != kind) return null;
        _open.Remove(id);
        return query.Until > world.Clock.GetUtcNow() ? query : null;
    }

    /// <summary>Answers are shared between all people unless personal, and kept for cache_time (core.telegram.org/bots/api#answerinlinequery).</summary>
    public void Remember(OpenQuery query, InlineAnswer answer)
    {
        if (answer.CacheTime <= 0) return;
        if (_cache.Count >= world.Options.Bounds.OpenQueries) _cache.Clear();
        _cache[(query.Text, query.Offset, answer.IsPersonal ? query.User : 0)] = (answer, world.Clock.GetUtcNow() + TimeSpan.FromSeconds(answer.CacheTime));
    }

    public InlineAnswer? Cached(long user, string text, string offset)
    {
        foreach (var who in (long[])[user, 0])
            if (_cache.TryGetValue((text, offset, who), out var kept) && kept.Until > world.Clock.GetUtcNow()) return kept.Answer;
        return null;
    }
}

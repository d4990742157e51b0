using System.Text.Json;
using Cica.Playground.Wire;

namespace Cica.Playground.State;

/// <summary>
/// Updates that wait to be fetched or delivered (core.telegram.org/bots/api#getting-updates): kept until confirmed, 24 hours
/// at most. Guarded by <see cref="World.Gate"/>.
/// </summary>
internal sealed class UpdateQueue(World world)
{
    private readonly LinkedList<PendingUpdate> _pending = new();

    // Ids go on from the clock, so that a playground started again does not repeat those a bot remembers having handled.
    private long _nextId = world.Now;
    private DateTimeOffset _firstExpiry = DateTimeOffset.MaxValue;

    /// <summary>What the bot asked for; remembered from call to call.</summary>
    public HashSet<string> Allowed { get; private set; } = UpdateTypes.Default;

    /// <summary>Called whenever an update has come; wakes the poller and the courier.</summary>
    public Action<PendingUpdate>? Arrived { get; set; }
    public int Count => _pending.Count;
    public long Dropped { get; private set; }
    public IEnumerable<PendingUpdate> Pending => _pending;

    public void Add<T>(string type, T payload, string key)
    {
        if (!Allowed.Contains(type)) return;
        AddRaw(type, WireJson.Bytes(payload), key);
    }

    /// <summary>An update of our own making, whatever the bot asked for: for values no client knows.</summary>
    public void AddRaw(string type, byte[] json, string key)
    {
        var update = new PendingUpdate(_nextId++, type, json, key, world.Clock.GetUtcNow() + UpdateTypes.Life(type));
        _pending.AddLast(update);
        if (update.ExpiresAt < _firstExpiry) _firstExpiry = update.ExpiresAt;
        if (_pending.Count > world.Options.Bounds.PendingUpdates)
        {
            _pending.RemoveFirst();
            Dropped++;
        }
        Arrived?.Invoke(update);
        world.Changes.Raise();
    }

    /// <summary>
    /// The offset rules: a positive one confirms all before it, a negative one all but the last so many
    /// (core.telegram.org/bots/api#getupdates). One far in the future is taken for none (seen in its source, TQueue).
    /// </summary>
    public IReadOnlyList<PendingUpdate> Take(long offset, int limit)
    {
        Expire();
        if (offset < 0)
            while (_pending.Count > -offset) _pending.RemoveFirst();
        else if (offset <= _nextId + 10)
            while (_pending.First is { } first && first.Value.Id < offset) _pending.RemoveFirst();
        return [.. _pending.Take(limit)];
    }

    public void Remove(PendingUpdate update) => _pending.Remove(update);

    public void Clear() => _pending.Clear();

    /// <summary>Sets what is asked for; absent leaves it, unknown names are passed over, none at all means the default (seen in its source).</summary>
    public void Allow(string? json)
    {
        if (string.IsNullOrEmpty(json)) return;
        HashSet<string> asked;
        try
        {
            using var parsed = JsonDocument.Parse(json);
            if (parsed.RootElement.ValueKind != JsonValueKind.Array) return;
            asked = [.. parsed.RootElement.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!.ToLowerInvariant())];
        }
        catch (JsonException)
        {
            return;
        }
        asked.IntersectWith(UpdateTypes.All);
        Allowed = asked.Count == 0 ? UpdateTypes.Default : asked;
    }

    private void Expire()
    {
        // A long queue is not walked at every call, only when something in it may be over.
        var now = world.Clock.GetUtcNow();
        if (now < _firstExpiry) return;
        _firstExpiry = DateTimeOffset.MaxValue;
        for (var node = _pending.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.ExpiresAt <= now) _pending.Remove(node);
            else if (node.Value.ExpiresAt < _firstExpiry) _firstExpiry = node.Value.ExpiresAt;
            node = next;
        }
    }
}

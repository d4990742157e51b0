using System.Diagnostics.CodeAnalysis;

namespace Cica.Bot.Telegram.Conversing;

/// <summary>Remembers things for a while, and of them only the latest so many. Safe from any thread; nothing of it is ever written.</summary>
internal sealed class BoundedMemory<TKey, TValue>(TimeProvider time, TimeSpan life, int most)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> order = new();

    /// <summary>How many are remembered now.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return entries.Count;
        }
    }

    /// <summary>What was set under the key, unless that is too long ago.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            Expire();
            var found = entries.TryGetValue(key, out var node);
            value = found ? node!.Value.Value : default;
            return found;
        }
    }

    /// <summary>Sets a value; its time begins anew.</summary>
    public void Set(TKey key, TValue value)
    {
        lock (gate)
        {
            Remove(key);
            entries[key] = order.AddLast(new Entry(key, value, time.GetTimestamp()));
            Expire();
            while (entries.Count > most)
                Remove(order.First!.Value.Key);
        }
    }

    /// <summary>Sets a value where there is none; false where there is one.</summary>
    public bool TryAdd(TKey key, TValue value)
    {
        lock (gate)
        {
            Expire();
            if (entries.ContainsKey(key))
                return false;
            Set(key, value);
            return true;
        }
    }

    /// <summary>Forgets whatever the condition names.</summary>
    public void Forget(Func<TKey, bool> condition)
    {
        lock (gate)
        {
            foreach (var key in entries.Keys.Where(condition).ToArray())
                Remove(key);
        }
    }

    private void Expire()
    {
        while (order.First is { } oldest && time.GetElapsedTime(oldest.Value.Since) > life)
            Remove(oldest.Value.Key);
    }

    private void Remove(TKey key)
    {
        if (entries.Remove(key, out var node))
            order.Remove(node);
    }

    private sealed record Entry(TKey Key, TValue Value, long Since);
}

using System.Collections.Concurrent;

namespace Cica.Answers.Finding;

/// <summary>Things too large to be made for every question: as many as threads ask at once, each put back as it was taken.</summary>
internal sealed class Shelf<T>(Func<T> make)
    where T : class
{
    private readonly ConcurrentBag<T> idle = [];

    // The one that was put back last: mostly one thread asks at a time, and finds it in front.
    private T? front;

    public T Take() => Interlocked.Exchange(ref front, null) ?? (idle.TryTake(out var thing) ? thing : make());

    public void Return(T thing)
    {
        if (Interlocked.CompareExchange(ref front, thing, null) is not null)
            idle.Add(thing);
    }
}

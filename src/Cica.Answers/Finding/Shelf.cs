using System.Collections.Concurrent;

namespace Cica.Answers.Finding;

/// <summary>Things too large to be made for every question: as many as threads ask at once, each put back as it was taken.</summary>
internal sealed class Shelf<T>(Func<T> make)
{
    private readonly ConcurrentBag<T> idle = [];

    public T Take() => idle.TryTake(out var thing) ? thing : make();

    public void Return(T thing) => idle.Add(thing);
}

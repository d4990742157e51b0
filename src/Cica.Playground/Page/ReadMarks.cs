using System.Collections.Concurrent;

namespace Cica.Playground.Page;

/// <summary>Up to where each person has read each chat.</summary>
internal sealed class ReadMarks
{
    private readonly ConcurrentDictionary<(long Person, long Chat), int> _read = new();

    public int Of(long person, long chat) => _read.GetValueOrDefault((person, chat));

    public void Read(long person, long chat, int message) => _read[(person, chat)] = message;
}

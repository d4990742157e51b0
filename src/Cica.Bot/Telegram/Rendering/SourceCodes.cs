using System.Collections.Frozen;
using Cica.Answers.Remembering;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>Short names of citations, for the button that shows them: they mean the same after a restart and a change of the facts.</summary>
internal sealed class SourceCodes(KnowledgeSnapshot knowledge)
{
    private const int Letters = 5;

    private readonly FrozenDictionary<string, Citation> known = knowledge.Facts.SelectMany(f => f.Sources)
        .Concat(knowledge.Articles.SelectMany(a => a.Sources)).Concat(knowledge.Events.SelectMany(e => e.Sources))
        .Distinct().GroupBy(Code)
        // Two that share a name are told apart no more: better none than the wrong one.
        .Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First());

    /// <summary>The names of all these, or null where they do not fit.</summary>
    public static string? Write(IReadOnlyList<Citation> citations, int room) =>
        Fit(citations, room) ? string.Concat(citations.Select(Code)) : null;

    /// <summary>Whether their names fit.</summary>
    public static bool Fit(IReadOnlyList<Citation> citations, int room) => citations.Count * Letters <= room;

    /// <summary>The citations named, as far as they are still there.</summary>
    public IReadOnlyList<Citation> Read(string codes)
    {
        var found = new List<Citation>();
        for (var i = 0; i + Letters <= codes.Length; i += Letters)
        {
            if (known.TryGetValue(codes.Substring(i, Letters), out var citation))
                found.Add(citation);
        }
        return found;
    }

    private static string Code(Citation citation) => ShortHash.Letters(citation.Source.Id + "/" + citation.Paragraph, Letters);
}

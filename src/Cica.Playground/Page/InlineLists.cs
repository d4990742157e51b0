using System.Globalization;
using Cica.Playground.People;

namespace Cica.Playground.Page;

/// <summary>The lists of inline results that stand on somebody's screen, the latest of them.</summary>
internal sealed class InlineLists
{
    private const int Most = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Person, InlineList List)> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private long _last;

    public InlineView Keep(long person, InlineList list)
    {
        string name;
        lock (_gate)
        {
            name = (++_last).ToString(CultureInfo.InvariantCulture);
            _kept[name] = (person, list);
            _order.Enqueue(name);
            if (_order.Count > Most) _kept.Remove(_order.Dequeue());
        }
        return new InlineView(name, [.. list.Results.Select(r => new InlineCard(r.Id, r.Type, r.Title, r.Description, r.Text))], list.NextOffset, list.ButtonText, list.ButtonStartParameter);
    }

    public InlineList Find(long person, string name)
    {
        lock (_gate) return _kept.TryGetValue(name, out var kept) && kept.Person == person ? kept.List : throw new KeyNotFoundException();
    }
}

using Cica.Playground.State;

namespace Cica.Playground.People;

/// <summary>The results above the input, as a person sees them.</summary>
public sealed class InlineList
{
    internal InlineList(Place place, string query, InlineAnswer answer)
    {
        Place = place;
        Query = query;
        Answer = answer;
        Results = [.. answer.Results.Select(r => new InlineChoice(r.Id, r.Type, r.Title, r.Description, r.Content.Text?.Text ?? r.Content.Caption?.Text ?? ""))];
    }

    public Place Place { get; }
    public string Query { get; }
    public IReadOnlyList<InlineChoice> Results { get; }

    /// <summary>Not empty: there is more, asked for with this offset.</summary>
    public string NextOffset => Answer.NextOffset;

    /// <summary>The words of the button above the list, if there is one.</summary>
    public string? ButtonText => Answer.Button?.Text;

    /// <summary>The payload that button starts the private chat with.</summary>
    public string? ButtonStartParameter => Answer.Button?.StartParameter;
    public bool IsPersonal => Answer.IsPersonal;
    public int CacheTime => Answer.CacheTime;
    internal InlineAnswer Answer { get; }
}

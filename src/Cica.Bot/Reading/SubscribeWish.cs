using Cica.Bot.Reminders;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Reading;

/// <summary>What stands behind <c>/subscribe</c>: of what to be reminded, and when.</summary>
/// <param name="Text">The words for the event, as typed; empty where there are none.</param>
/// <param name="What">What they mean.</param>
/// <param name="Leads">When; null where nothing is said of it.</param>
/// <param name="NoLead">A word at the place of a lead that is none.</param>
internal sealed record SubscribeWish(string Text, TargetReading What, Leads? Leads, string? NoLead)
{
    /// <summary>More is nobody's wish.</summary>
    private const int MostCharacters = 200;
    private const int MostWords = 16;

    /// <summary>Reads "TARGET [lead …]"; what can be a name as a whole is one ("CICA Day").</summary>
    public static SubscribeWish Read(string text, KnowledgeSnapshot knowledge, DateOnly today)
    {
        var tokens = (text.Length > MostCharacters ? text[..MostCharacters] : text).Split([' ', ',', ';', '\n', '\t', '[', ']', '|'], StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToArray();
        var leads = tokens.Select(t => Vocabulary.Lead(t, knowledge)).ToArray();
        for (var cut = tokens.Length; cut > 0; cut--)
        {
            var name = string.Join(' ', tokens[..cut]);
            if (TargetFinder.Find(name, knowledge, today) is not { Target: not null } found)
                continue;
            if (leads[cut..].All(l => l is not null))
                return new(name, found, Sum(leads[cut..]), null);
            return new(name, found, null, tokens[cut + Array.IndexOf(leads[cut..], null)]);
        }
        var end = tokens.Length;
        while (end > 1 && leads[end - 1] is not null)
            end--;
        var words = string.Join(' ', tokens[..end]);
        return new(words, TargetFinder.Find(words, knowledge, today), Sum(leads[end..]), null);
    }

    private static Leads? Sum(IEnumerable<Leads?> leads)
    {
        var sum = leads.Aggregate(Reminders.Leads.None, (all, lead) => all | lead.GetValueOrDefault());
        return sum == Reminders.Leads.None ? null : sum;
    }
}

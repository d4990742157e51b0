using Cica.Bot.Reminders;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Bot.Reading;

/// <summary>The words of commands in every shipped language: they stand with the languages' texts, under <c>words.*</c>, parted by commas.</summary>
internal static class Vocabulary
{
    // "a week before", "за неделю и за день"
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "a", "an", "one", "1", "and", "и", "за", "before", "in", "at", "the", "до", "в", "один", "одну" };

    private static readonly (string Key, Leads Lead)[] LeadKeys =
        [("words.month", Leads.Month), ("words.week", Leads.Week), ("words.day", Leads.Day), ("words.hour", Leads.Hour), ("words.start", Leads.Start)];

    /// <summary>What is meant by a word for everything or for a kind of event, or null.</summary>
    public static Target? Target(string text, KnowledgeSnapshot knowledge) =>
        Means(text, "words.all", knowledge)
            ? Reminders.Target.All
            : Enum.GetValues<EventKind>().Where(kind => Means(text, "words." + kind.ToString().ToLowerInvariant(), knowledge)).Select(Reminders.Target.Of).FirstOrDefault();

    /// <summary>The lead a word names, or null; <see cref="Leads.None"/> for one that only goes with a lead.</summary>
    public static Leads? Lead(string word, KnowledgeSnapshot knowledge)
    {
        if (Fillers.Contains(PlainWords.Fold(word)))
            return Leads.None;
        foreach (var (key, lead) in LeadKeys)
        {
            if (Means(word, key, knowledge))
                return lead;
        }
        return null;
    }

    /// <summary>Whether the text is one of the words for switching something off.</summary>
    public static bool IsOff(string text, KnowledgeSnapshot knowledge) => Means(text, "words.off", knowledge);

    // Russian words come in any case: "о саммите", "саммиты".
    private static bool Means(string text, string key, KnowledgeSnapshot knowledge)
    {
        var stem = PlainWords.Stem(PlainWords.Fold(text));
        return knowledge.Languages.Any(l => l.Texts[key].Split(',').Any(word => PlainWords.Stem(PlainWords.Fold(word)) == stem));
    }
}

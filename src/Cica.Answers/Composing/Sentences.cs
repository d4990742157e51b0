using System.Collections.Frozen;
using System.Globalization;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Composing;

/// <summary>The sentences of one language: facts told as of a day, and the bot's own texts filled in.</summary>
internal sealed class Sentences(LanguageWords language)
{
    public DateWords Dates { get; } = new(language);

    public string Code => language.Code;

    /// <summary>A text of the bot, with its {slots} filled.</summary>
    public string Text(string key, params ReadOnlySpan<(string Slot, string Value)> slots)
    {
        var text = language.Texts[key];
        foreach (var (slot, value) in slots)
            text = text.Replace("{" + slot + "}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Whether the language has a text.</summary>
    public bool Has(string key) => language.Texts.ContainsKey(key);

    /// <summary>A text, or another where the language lacks it.</summary>
    public string TextOr(string key, string other) => language.Texts[Has(key) ? key : other];

    /// <summary>An entity's name; with <paramref name="form"/> a Russian case form (0 genitive … 4 prepositional).</summary>
    public string Name(Entity entity, int form = -1) => form < 0 ? entity.NameIn(Code) : entity.Form(Code, form);

    /// <summary>"in Almaty", "в Алматы", "online".</summary>
    public string At(Entity place) => place.Id == "online" ? Name(place) : Text("word.in-place", ("place", Name(place, 4)));

    /// <summary>A fact as a sentence, told on a day: nothing that came later shows.</summary>
    public string Tell(Fact fact, DateOnly asOf)
    {
        var ended = fact.EndedBy(asOf);
        if (fact.Say is not null)
            return fact.Until is not null && !ended && fact.While is { } inside ? inside[Code] : fact.Say[Code];
        return fact.Property.Id switch
        {
            "held" => Held(fact, asOf),
            _ => Period(fact, ended),
        };
    }

    /// <summary>All words of a fact regardless of the day, for the index.</summary>
    public string AllWords(Fact fact) =>
        fact.Say is null ? Tell(fact, DateOnly.MaxValue) : fact.Say[Code] + (fact.While is { } inside ? "\n" + inside[Code] : "");

    /// <summary>A citation: publisher, “title”, date, paragraph.</summary>
    public string Cite(Citation citation)
    {
        var date = citation.Source.Date is { } day ? Dates.Plain(day) : Text("source.undated");
        if (citation.Source.Estimated)
            date = Text("source.about", ("date", date));
        var text = $"{citation.Source.Publisher}, “{citation.Source.Title}”, {date}";
        return citation.Paragraph is null ? text : text + ", ¶ " + citation.Paragraph;
    }

    private string Held(Fact fact, DateOnly asOf)
    {
        var where = fact.Value?.Entity is { } place ? At(place) : "";
        var when = fact.From is { } from ? Dates.During(from, fact.Until) : "";
        var key = fact.Status == FactStatus.Planned
            ? fact.From is { } planned && planned.Last < asOf ? "held.passed" : "held.planned"
            : fact.From is { } begin && begin.First > asOf ? "held.planned" : "held.past";
        return Tidy(Text(key, ("meeting", Name(fact.Subject)), ("where", where), ("when", when)));
    }

    private string Period(Fact fact, bool ended)
    {
        var value = fact.Value?.Entity;
        var key = fact.Property.Id + (ended || fact.Status == FactStatus.Ended ? ".past" : ".now");
        if (!language.Texts.ContainsKey(key))
            key = "fact" + (ended ? ".past" : ".now");
        var text = Text(
            key,
            ("subject", Name(fact.Subject)),
            ("value", value is not null ? Name(value) : Plain(fact.Value)),
            ("title", fact.Title?[Code] ?? ""),
            ("property", fact.Property.Id),
            ("from", fact.From is { } from ? Dates.Of(from) : ""),
            ("until", fact.Until is { } until ? Dates.Of(until) : ""),
            ("since", fact.From is { } begin ? Dates.Since(begin) : ""));
        return Tidy(Agree(text, value ?? fact.Subject));
    }

    /// <summary>A choice by gender, "{m|f|n|p}" alternatives in order, for verbs that must agree.</summary>
    private static string Agree(string text, Entity entity)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        while (open >= 0)
        {
            var close = text.IndexOf(']', open);
            if (close < 0)
                break;
            var forms = text[(open + 1)..close].Split('|');
            text = text[..open] + forms[Math.Min((int)entity.Gender, forms.Length - 1)] + text[(close + 1)..];
            open = text.IndexOf('[', StringComparison.Ordinal);
        }
        return text;
    }

    private string Plain(FactValue? value) =>
        value?.Text?[Code] ?? value?.Number?.ToString(CultureInfo.InvariantCulture) ?? (value?.Date is { } date ? Dates.Of(date) : "");

    private static string Tidy(string text) => text.Replace("  ", " ", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal)
        .Replace(" .", ".", StringComparison.Ordinal).Replace(",.", ".", StringComparison.Ordinal).Trim();

    /// <summary>A list in words: "Kuwait, Qatar and Vietnam".</summary>
    public string Join(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " " + language.Texts["word.and"] + " " + items[^1],
    };

    /// <summary>The languages by code.</summary>
    public static FrozenDictionary<string, Sentences> For(KnowledgeSnapshot knowledge) =>
        knowledge.Languages.ToFrozenDictionary(l => l.Code, l => new Sentences(l));
}

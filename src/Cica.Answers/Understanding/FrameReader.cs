using Cica.Knowledge.Model;

namespace Cica.Answers.Understanding;

/// <summary>Turns mentions into a frame: what is asked, of what, and when; and how much each token must be explained.</summary>
internal sealed class FrameReader(QuestionReader reader, IReadOnlyDictionary<string, Entity> known)
{
    private static readonly (string Concept, Ask Ask)[] Asks =
    [
        ("ask.who", Ask.Who), ("ask.what", Ask.What), ("ask.when", Ask.When), ("ask.where", Ask.Where), ("ask.howmany", Ask.HowMany),
        ("ask.which", Ask.Which), ("ask.why", Ask.Why), ("ask.how", Ask.How), ("ask.howlong", Ask.HowLong), ("ask.since", Ask.Since),
        ("ask.list", Ask.List), ("ask.compare", Ask.Compare), ("ask.howoften", Ask.HowOften), ("ask.full", Ask.FullName), ("ask.yesno", Ask.YesNo),
    ];

    private static readonly HashSet<string> EnglishAuxiliaries = new(
        ["is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "can", "could", "will", "would", "isn't", "aren't", "wasn't", "didn't", "doesn't", "hasn't"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> RussianOpeners = new(
        ["является", "являются", "входит", "входят", "состоит", "состоят", "есть", "был", "была", "было", "были", "будет", "вступил", "вступила", "вступило", "вступал", "вступала", "являлся", "являлась", "может", "можно", "имеет", "существует", "проводился", "принят", "принята", "состоялся", "входил", "входила", "принимал", "принимала", "участвует", "участвовал", "участвовала", "обязательны", "обязательно", "председательствовал", "председательствовала", "председательствует", "принадлежит", "подписал", "подписала"],
        StringComparer.Ordinal);

    // "Three summits" is a count; "summit three" is the third.
    private static readonly HashSet<string> Cardinals = new(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "один", "одна", "одно", "одного", "одной", "одну", "два", "две", "двух", "три", "трех", "четыре", "четырех", "пять", "пяти", "шесть", "шести", "семь", "семи", "восемь", "восьми", "девять", "девяти", "десять", "десяти", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать", "двадцать", "двадцати", "тридцать", "тридцати"],
        StringComparer.Ordinal);

    private static readonly string[] Taking = ["join", "adopt", "outcome", "handover", "host"];

    private static readonly string[] SeriesConcepts = ["summit", "ministerial", "meeting", "informal", "chair", "member", "head", "executive-director"];

    /// <summary>A count in words ("two"), not an ordinal.</summary>
    public static bool IsCardinal(Token token) => Cardinals.Contains(token.Text);

    /// <summary>"At first", which is no number.</summary>
    public static bool SaysAtFirst(List<Token> tokens, int at) => at > 0 && at == tokens.Count - 1 && tokens[at].Text == "first" && tokens[at - 1].Text == "at";

    public Frame Read(string text, DateOnly asOf)
    {
        text = Aside.Without(text);
        var (tokens, mentions, language) = reader.Read(text);
        var concepts = new ConceptTable();
        var entities = new List<Mention>();
        var frame = new Frame
        {
            Language = language,
            Tokens = tokens,
            Mentions = mentions,
            Weights = TokenWeights.Of(tokens, mentions),
            Concepts = concepts,
            Entities = entities,
        };
        foreach (var mention in mentions)
        {
            switch (mention.Meaning.Kind)
            {
                case MeaningKind.Concept when mention.Meaning.Id == "follow.and" && JoinsWords(tokens, mention):
                    break;
                // "Or not?" is no choice between two things.
                case MeaningKind.Concept when mention.Meaning.Id == "ask.either" && (mention.End >= tokens.Count || mention.Start == 0 || tokens[mention.End].Text is "not" or "no" or "isn't" or "нет" or "не"):
                    break;
                // "What is CICA then?", "then what is its standing?"
                case MeaningKind.Concept when IsTurnOfPhrase(tokens, mention):
                    break;
                // "Where had it been planned at first?"
                case MeaningKind.Concept when mention.Meaning.Id == "order.first" && SaysAtFirst(tokens, mention.Start):
                    break;
                // The measures in CICA's own name are not asked about.
                case MeaningKind.Concept when IsWithinOwnName(mentions, mention):
                    break;
                case MeaningKind.Concept when Taking.Contains(mention.Meaning.Id) && !MeansSo(tokens, mentions, mention):
                    break;
                case MeaningKind.Concept:
                    concepts.Add(mention);
                    break;
                case MeaningKind.Entity when mention.Meaning.Entity!.Kind == EntityKind.Organisation:
                    frame.NamesCica = true;
                    break;
                case MeaningKind.Entity:
                    entities.Add(mention);
                    break;
                case MeaningKind.Foreign:
                    frame.HasForeign = true;
                    break;
            }
        }
        LeaveOutDenied(tokens, entities, frame.Weights);
        // "Baku's priorities": where an office is spoken of, a capital stands for its state. So it does where members are, unless something is in it.
        var ofMembers = concepts.ContainsKey("member") || concepts.ContainsKey("observer") || concepts.ContainsKey("applicant") || concepts.ContainsKey("status");
        if (ofMembers || concepts.ContainsKey("chair") || concepts.ContainsKey("priority") || concepts.ContainsKey("theme") || (concepts.ContainsKey("handover") && !concepts.ContainsKey("join")) || concepts.ContainsKey("coordinator"))
        {
            foreach (var place in entities.Where(e => e.Meaning.Entity is { Kind: EntityKind.Place, State: not null }).ToArray())
            {
                if (ofMembers && place.Start > 0 && tokens[place.Start - 1].Text is "in" or "at" or "from" or "of" or "в" or "во" or "из" or "на")
                    continue;
                if (known.TryGetValue(place.Meaning.Entity!.State!, out var state) && !entities.Any(e => e.Meaning.Entity == state))
                {
                    entities.Add(new Mention(place.Start, place.Length, new Meaning(MeaningKind.Entity, state.Id, state)));
                    mentions.Add(entities[^1]);
                }
            }
        }
        frame.NamesCica |= tokens.Any(t => t.Text is "cica" or "свмда");
        // "The forum", "this organisation": with no other one named, CICA is meant.
        if (!frame.NamesCica && concepts.ContainsKey("cica-noun") && !concepts.ContainsKey("observer-organisation") && !entities.Any(e => e.Meaning.Entity!.Kind is EntityKind.ExternalOrganisation or EntityKind.Body))
            frame.NamesCica = frame.NamesCicaByNoun = true;
        // "The Conference", in capitals, is CICA's own short name.
        frame.NamesCica |= concepts.TryGetValue("cica-noun", out var nouns) && nouns.Any(n => n.Start > 0 && tokens[n.Start].Capitalised && !tokens[n.Start].AllCapitals && tokens[n.Start].Text is "conference" or "совещание" or "совещания" or "совещанию" or "совещанием" or "совещании");
        frame.Time = TimeReader.Read(tokens, mentions, asOf);
        ReadOrdinal(frame);
        foreach (var (concept, ask) in Asks)
        {
            if (concepts.ContainsKey(concept))
                frame.Ask |= ask;
        }
        if (OpensAsYesNo(tokens, frame.Ask == Ask.None) || (tokens.Count > 3 && tokens[^1].Text is "right" or "correct" or "true" or "yes" or "так" or "верно" or "правда" or "да" or "правильно") || concepts.ContainsKey("ask.yesno"))
            frame.Ask |= Ask.YesNo;
        if (language == "ru" && frame.Time is null && tokens.Any(t => t.Text == "год"))
            frame.Ask |= Ask.When;
        // Russian needs no auxiliary: "Непал входит в СВМДА?"
        if (frame.Ask == Ask.None && language == "ru" && tokens.Count >= 3 && !(tokens[0].Text is "а" or "и" && tokens.Count == 3) && !tokens.Where((t, i) => t.Text.StartsWith("как", StringComparison.Ordinal) && !(t.Text == "как" && i > 1)).Any() && !tokens.Any(t => t.Text is "кто" or "что" or "где" or "когда" or "сколько" or "чем" or "кем" or "чего" or "кого") && text.AsSpan().TrimEnd().EndsWith("?", StringComparison.Ordinal))
            (frame.Ask, frame.PresumesYesNo) = (Ask.YesNo, true);
        return frame;
    }

    // "Not terrorism, I meant sustainable development": what is denied is not asked about.
    private static void LeaveOutDenied(List<Token> tokens, List<Mention> entities, double[] weights)
    {
        bool IsDenied(Mention mention) => Enumerable.Range(1, 3).Any(back => mention.Start >= back && tokens[mention.Start - back].Text is "not" or "не") && tokens.Skip(mention.End).Any(t => t.Text is "but" or "rather" or "meant" or "mean" or "а" or "имел" or "имела" or "хотел" or "хотела");
        foreach (var denied in entities.Where(IsDenied).ToArray())
        {
            if (!entities.Any(e => e.Start > denied.End && e.Meaning.Entity!.Kind == denied.Meaning.Entity!.Kind && !IsDenied(e)))
                continue;
            entities.Remove(denied);
            for (var i = denied.Start; i < denied.End; i++)
                weights[i] = 0;
        }
    }

    // A "then" at the end of a question that names CICA, or before one, is no time and no order.
    private static bool IsTurnOfPhrase(List<Token> tokens, Mention mention) =>
        mention.Length == 1 && tokens[mention.Start].Text is "then" && (mention.Meaning.Id.StartsWith("order.", StringComparison.Ordinal) || mention.Meaning.Id.StartsWith("follow.", StringComparison.Ordinal))
        && ((mention.Start == 0 && tokens.Count > 3) || (mention.End == tokens.Count && tokens.Any(t => t.Text.StartsWith("cica", StringComparison.Ordinal))));

    private static bool IsWithinOwnName(List<Mention> mentions, Mention mention)
    {
        foreach (var name in mentions)
        {
            if (name.Meaning.Entity is { Kind: EntityKind.Organisation } && name.Length > mention.Length && name.Start <= mention.Start && name.End >= mention.End)
                return true;
        }
        return false;
    }

    // Whoever is taken in joins, whatever is taken is adopted, and a chair is taken over: Russian has one verb for all three.
    private static bool MeansSo(List<Token> tokens, List<Mention> mentions, Mention mention)
    {
        var others = mentions.Where(m => m.Start == mention.Start && m.Length == mention.Length && m.Meaning.Kind == MeaningKind.Concept && Taking.Contains(m.Meaning.Id)).Select(m => m.Meaning.Id).ToHashSet();
        if (!others.Contains("join") || !others.Contains("adopt"))
            return true;
        bool Is(string concept) => mentions.Any(m => m.Meaning.Kind == MeaningKind.Concept && m.Meaning.Id == concept);
        var paper = Is("document") || Is("theme") || mentions.Any(m => m.Meaning.Entity is { Kind: EntityKind.Document }) || tokens.Any(t => t.Text is "что" or "чего");
        var actor = Is("ask.who") || Is("states-word") || Is("member") || Is("observer") || mentions.Any(m => m.Meaning.Entity is { Kind: EntityKind.State });
        return mention.Meaning.Id switch
        {
            "join" => actor && !paper,
            "handover" => Is("chair"),
            _ => paper || !actor,
        };
    }

    // "And Japan?" goes on from what was said before; "where and when" does not.
    private static bool JoinsWords(List<Token> tokens, Mention mention) =>
        mention.Length == 1 && mention.Start > 0 && tokens[mention.Start].Text is "and" or "а" or "и" && tokens[mention.Start].Clause == tokens[mention.Start - 1].Clause && tokens[mention.Start - 1].Text is not ("ok" or "okay" or "so" or "ну" or "ок");

    private static bool OpensAsYesNo(List<Token> tokens, bool asksNothingElse)
    {
        // Each sentence may open the question, and a clause that nothing else is asked in: "Hi! Is Japan a member?", "before it joined, was it an observer?"
        for (var i = 0; i < tokens.Count; i++)
        {
            var opens = i == 0 || tokens[i].Sentence != tokens[i - 1].Sentence || (asksNothingElse && tokens[i].Clause != tokens[i - 1].Clause) || (tokens[i - 1].Text is "so" or "and" or "but" or "well" or "hi" or "hello" or "hey" or "а" or "и" or "скажите" or "подскажите");
            if (opens && (EnglishAuxiliaries.Contains(tokens[i].Text) || RussianOpeners.Contains(tokens[i].Text)))
                return !(tokens[i].Text is "can" or "could" or "would" or "do" or "have" or "будет" or "может" or "можно" && i + 1 < tokens.Count && tokens[i + 1].Text is "you" or "u" or "i" or "anyone" or "somebody" or "someone");
        }
        return false;
    }

    private static void ReadOrdinal(Frame frame)
    {
        var tokens = frame.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            int? value = null;
            var length = 1;
            if (tokens[i].Number is >= 1 and <= 100 and var number && !(frame.Time?.Tokens.Contains(i) ?? false))
            {
                if (i + 1 < tokens.Count && QuestionReader.IsOrdinalSuffix(tokens[i + 1]) && tokens[i + 1].Start == tokens[i].Start + tokens[i].Length + (tokens[i + 1].Start > tokens[i].Start + tokens[i].Length ? 1 : 0))
                    (value, length) = (number, 2);
                else if (NearSeries(frame, i, bare: true) && !(i > 1 && tokens[i - 2].Text is "first" or "second" or "third" or "last" or "первая" or "первой" or "второй" or "последней"))
                    value = number;
            }
            else
            {
                foreach (var mention in frame.Mentions)
                {
                    if (mention.Start != i || mention.Meaning.Kind != MeaningKind.Number || (IsCardinal(tokens[mention.End - 1]) && !FollowsSeries(frame, i)))
                        continue;
                    var roman = tokens[i].Text is "i" or "v" or "x" or "ii" or "iii" or "iv" or "vi" or "vii" or "viii" or "ix" or "xi" or "xii" or "xiii" or "xiv";
                    // "I meant the ministerial" is not of the first.
                    if (roman ? (tokens[i].Text.Length > 1 ? NearSeries(frame, i) : tokens[i].Capitalised && BesideSeries(frame, i)) : NearSeries(frame, i + mention.Length - 1) || NearSeries(frame, i))
                        (value, length) = (mention.Meaning.Number, mention.Length);
                }
            }
            if (value is null)
                continue;
            frame.Ordinal = value;
            frame.OrdinalTokens = [.. Enumerable.Range(i, length)];
            return;
        }
    }

    private static bool FollowsSeries(Frame frame, int token) =>
        frame.Mentions.Any(m => m.End == token && IsSeries(m, SeriesConcepts));

    private static bool BesideSeries(Frame frame, int token) =>
        frame.Mentions.Any(m => (m.Start == token + 1 || m.End == token) && (IsSeries(m, SeriesConcepts) || m.Meaning.Entity is { Kind: EntityKind.Organisation }));

    private static bool IsSeries(Mention mention, ReadOnlySpan<string> concepts) =>
        mention.Meaning.Kind == MeaningKind.Concept ? concepts.Contains(mention.Meaning.Id) : mention.Meaning.Entity is { Kind: EntityKind.Body or EntityKind.Meeting or EntityKind.Organ };

    // A bare number orders meetings only ("summit 6"); "28 members" is a count.
    // Next to the word of a series ("sixth summit", "summit no. 6", "6th regular ministerial").
    private static bool NearSeries(Frame frame, int token, bool bare = false)
    {
        foreach (var mention in frame.Mentions)
        {
            if (IsSeries(mention, bare ? SeriesConcepts.AsSpan(0, 4) : SeriesConcepts) && ((mention.Start > token && mention.Start - token <= 3) || (mention.End <= token && token - mention.End <= 1)))
                return true;
        }
        return false;
    }
}

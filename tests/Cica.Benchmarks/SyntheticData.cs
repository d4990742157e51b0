using System.Globalization;
using System.Text;
using Cica.Answers.Composing;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Benchmarks;

/// <summary>
/// A data directory of any size: the real one, and copies of its facts about invented entities under invented names, in the
/// same words and proportions. CICA's own lists stay as they are, so that the questions keep their answers.
/// </summary>
internal sealed class SyntheticData
{
    // A copy under one of these would make a list of CICA's longer: it becomes a plain note.
    private static readonly HashSet<string> Lists = ["chair", "member", "observer", "former-observer", "partner", "applicant", "dimension", "coordinator", "co-coordinator"];
    private static readonly string[] Latin =
        "ba,bre,chu,dor,fel,gam,hin,jur,kav,lem,mor,nus,pek,qua,ril,sev,tum,vop,wex,yal,zin,bok,dra,fip,gul,hest,jom,kri,lun,mav,nel,pro,rux,sto,tib,ven,wom,xan,yur,zel,bli,cof,dun,fra,gith,hop,kel,lor,mun,nav".Split(',');

    private static readonly string[] Cyrillic =
        "ба,бре,чу,дор,фел,гам,хин,джур,кав,лем,мор,нус,пек,ква,рил,сев,тум,воп,векс,ял,зин,бок,дра,фип,гул,хест,джом,кри,лун,мав,нел,про,рукс,сто,тиб,вен,вом,ксан,юр,зел,бли,коф,дун,фра,гит,хоп,кел,лор,мун,нав".Split(',');

    private readonly KnowledgeSnapshot real;
    private readonly Dictionary<(string Fact, string Language), List<(string Text, Entity? Name)>> sentences = [];
    private int words;

    public SyntheticData(KnowledgeSnapshot real)
    {
        this.real = real;
        foreach (var language in real.Languages.Select(l => l.Code))
        {
            var told = Sentences.For(real)[language];
            var names = NamesIn(language);
            foreach (var fact in real.Facts)
                sentences[(fact.Id, language)] = Cut(told.AllWords(fact).Replace('\n', ' '), names);
        }
    }

    /// <summary>Writes a directory of that many facts.</summary>
    public void Write(string from, string to, int facts)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.yaml", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        words = 0;
        using var entityFile = new StreamWriter(Path.Combine(to, "entities", "synthetic.yaml"));
        using var factFile = new StreamWriter(Path.Combine(to, "facts", "synthetic.yaml"));
        var entities = real.Entities.Values.Where(e => !e.NameOnly).OrderBy(e => e.Id, StringComparer.Ordinal).ToArray();
        var left = facts - real.Facts.Count;
        for (var copy = 1; left > 0; copy++)
        {
            var invented = entities.ToDictionary(e => e.Id, e => Invent(e, entityFile, copy));
            foreach (var fact in real.Facts.Take(left))
                WriteFact(factFile, fact, invented, copy);
            left -= real.Facts.Count;
        }
    }

    private Dictionary<string, string> Invent(Entity entity, StreamWriter file, int copy)
    {
        var kind = entity.Kind switch
        {
            EntityKind.Organisation or EntityKind.ExternalOrganisation => "external-organisation",
            _ => entity.Kind.ToString().ToLowerInvariant(),
        };
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var aliases = Math.Min(3, entity.Names["en"].Aliases.Count);
        var first = words;
        words += 2 + aliases;
        file.Write(Invariant($"- {{ id: {entity.Id}-copy-{copy}, kind: {kind}"));
        foreach (var language in real.Languages.Select(l => l.Code))
        {
            var syllables = language == "ru" ? Cyrillic : Latin;
            names[language] = Word(first, syllables) + " " + Word(first + 1, syllables);
            var others = Enumerable.Range(first + 2, aliases).Select(n => Word(n, syllables));
            file.Write(Invariant($", {language}: {{ name: {names[language]}, aliases: [{string.Join(", ", others)}] }}"));
        }
        file.WriteLine(" }");
        return names;
    }

    private void WriteFact(StreamWriter file, Fact fact, Dictionary<string, Dictionary<string, string>> invented, int copy)
    {
        string Id(Entity entity) => invented.ContainsKey(entity.Id) ? Invariant($"{entity.Id}-copy-{copy}") : entity.Id;
        file.WriteLine(Invariant($"- id: {fact.Id}-copy-{copy}"));
        file.WriteLine("  subject: " + Id(fact.Subject));
        file.WriteLine("  property: " + (Lists.Contains(fact.Property.Id) ? "note" : fact.Property.Id));
        if (fact.Value is { Entity: { } entity })
            file.WriteLine("  value: " + Id(entity));
        else if (fact.Value is { Number: { } number })
            file.WriteLine(Invariant($"  value: {number}"));
        else if (fact.Value is { Date: { } date })
            file.WriteLine(Invariant($"  value: {date}"));
        foreach (var (key, day) in (ReadOnlySpan<(string, PartialDate?)>)[("from", fact.From), ("until", fact.Until), ("by", fact.By), ("confirmed", fact.Confirmed)])
        {
            if (day is not null)
                file.WriteLine(Invariant($"  {key}: {day}"));
        }
        if (fact.Status is FactStatus.Planned or FactStatus.Proposed or FactStatus.Ended or FactStatus.Disputed)
            file.WriteLine("  status: " + fact.Status.ToString().ToLowerInvariant());
        if (fact.About.Count > 0)
            file.WriteLine($"  about: [{string.Join(", ", fact.About.Select(Id))}]");
        file.WriteLine($"  sources: [{string.Join(", ", fact.Sources.Select(s => s.Paragraph is null ? s.Source.Id : $"{s.Source.Id}/{s.Paragraph}"))}]");
        file.Write("  say: {");
        foreach (var language in real.Languages.Select(l => l.Code))
            file.Write(Invariant($"{(language == real.Languages[0].Code ? " " : ", ")}{language}: {Quoted(Sentence(fact, language, invented))}"));
        file.WriteLine(" }");
        if (fact.Keywords is { } keywords)
            file.WriteLine("  keywords: { " + string.Join(", ", real.Languages.Select(l => l.Code + ": " + Quoted(keywords[l.Code]))) + " }");
    }

    private string Sentence(Fact fact, string language, Dictionary<string, Dictionary<string, string>> invented) =>
        string.Concat(sentences[(fact.Id, language)].Select(part => part.Name is null ? part.Text : invented[part.Name.Id][language]));

    // Names by their first word, the longest first.
    private Dictionary<string, (string Name, Entity Entity)[]> NamesIn(string language) => real.Entities.Values
        .Where(e => !e.NameOnly && e.Names.ContainsKey(language))
        .SelectMany(e => e.Names[language].Aliases.Concat(e.Names[language].Forms).Prepend(e.Names[language].Name).Select(n => (Name: n, Entity: e)))
        .GroupBy(n => FirstWord(n.Name, 0))
        .ToDictionary(g => g.Key, g => g.OrderByDescending(n => n.Name.Length).ToArray());

    private static List<(string Text, Entity? Name)> Cut(string text, Dictionary<string, (string Name, Entity Entity)[]> names)
    {
        var parts = new List<(string, Entity?)>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var word = FirstWord(text, i);
            if (word.Length == 0)
            {
                plain.Append(text[i++]);
                continue;
            }
            var at = i;
            var hit = names.GetValueOrDefault(word)?.FirstOrDefault(n => string.CompareOrdinal(text, at, n.Name, 0, n.Name.Length) == 0 && Ends(text, at + n.Name.Length));
            if (hit is { Name: { } name, Entity: { } entity })
            {
                parts.Add((plain.ToString(), null));
                parts.Add((name, entity));
                plain.Clear();
                i += name.Length;
            }
            else
            {
                plain.Append(word);
                i += word.Length;
            }
        }
        parts.Add((plain.ToString(), null));
        return parts;
    }

    private static bool Ends(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);

    private static string FirstWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return text[start..end];
    }

    // The n-th invented word: every n below 50³ gives another.
    private static string Word(int n, string[] syllables)
    {
        var count = syllables.Length;
        var extra = n / (count * count * count);
        var scrambled = (int)((n % (count * count * count)) * 7919L % (count * count * count));
        var word = syllables[scrambled % count] + syllables[scrambled / count % count] + syllables[scrambled / count / count] + (extra > 0 ? syllables[extra - 1] : "");
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Quoted(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Buffers.Text;
using System.Collections.Frozen;
using Cica.Knowledge.Model;
using Cica.Knowledge.Querying;

namespace Cica.Answers.Remembering;

/// <summary>
/// A conversation in a few dozen letters, so that a button can carry what its question leans on: it survives a restart, and a
/// change of the facts except for what is gone from them. What does not fit is left out, the least needed first.
/// </summary>
internal sealed class ConversationCode
{
    private const int IdBytes = 3;
    private const int MostConcepts = 7;
    private const int MostEntities = 3;
    private const int HeaderBytes = 4;
    private const int TimeBytes = 4;
    private const int HasFact = 0x80;
    private const int HasEarlier = 0x40;
    private const int TopicBits = 0x3f;
    private static readonly DateOnly Epoch = new(1900, 1, 1);

    // Their places are part of the code: new ones go to the end.
    private static readonly string[] Topics = ["", "membership", "tenure", "meeting", "field", "event", "name", "definition", "order", "adoption", "statement", "sequence", "meeting-detail", "outcomes", "day", "again", "age", "origin"];

    private readonly FrozenDictionary<int, Entity> entities;
    private readonly FrozenDictionary<int, Fact> facts;
    private readonly FrozenDictionary<int, string> concepts;

    public ConversationCode(KnowledgeSnapshot knowledge)
    {
        entities = Unique(knowledge.Entities.Values, e => e.Id);
        facts = Unique(knowledge.Facts, f => f.Id);
        concepts = Unique(knowledge.Languages.SelectMany(l => l.Concepts.Keys).Distinct(), c => c);
    }

    /// <summary>Writes a conversation in at most so many letters of base64url; empty where not even the least fits.</summary>
    public static string Write(Conversation conversation, int letters)
    {
        var room = (letters * 3 / 4) - HeaderBytes - (conversation.Time is null ? 0 : TimeBytes);
        if (room < 0)
            return "";
        var asked = Take(Ends(conversation.Asked), e => e.Id, ref room);
        var told = Take(Ends(conversation.Told), e => e.Id, ref room);
        var named = Take<string>([.. conversation.Orders.Concat(conversation.Concepts).Take(MostConcepts)], c => c, ref room);
        var fact = Take<Fact>(conversation.Fact is { } one ? [one] : [], f => f.Id, ref room);
        // How many of these there are takes a byte of its own.
        room--;
        var earlier = Take<Entity>([.. conversation.Earlier.Take(MostEntities)], e => e.Id, ref room);
        var bytes = new List<byte>
        {
            (byte)(Math.Max(0, Array.IndexOf(Topics, conversation.Topic)) | (fact.Count > 0 ? HasFact : 0) | (earlier.Count > 0 ? HasEarlier : 0)),
            (byte)(conversation.Ask >> 8),
            (byte)conversation.Ask,
            (byte)((conversation.Time is null ? 0 : 0x80) | (named.Count << 4) | (asked.Count << 2) | told.Count),
        };
        if (conversation.Time is { } time)
        {
            Write(bytes, time.First);
            Write(bytes, time.Last);
        }
        if (earlier.Count > 0)
            bytes.Add((byte)earlier.Count);
        foreach (var id in asked.Concat(told).Concat(named).Concat(fact).Concat(earlier))
            bytes.AddRange([(byte)(id >> 16), (byte)(id >> 8), (byte)id]);
        return Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>Reads one back; null for what is none.</summary>
    public Conversation? Read(ReadOnlySpan<char> code, string language)
    {
        if (code.IsEmpty || !Base64Url.IsValid(code))
            return null;
        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(code);
        if (bytes.Length < HeaderBytes || (bytes[0] & TopicBits) >= Topics.Length)
            return null;
        var (first, counts) = (bytes[0], bytes[3]);
        var ask = (bytes[1] << 8) | bytes[2];
        var hasTime = (counts & 0x80) != 0;
        var (named, asked, told, fact) = ((counts >> 4) & 7, (counts >> 2) & 3, counts & 3, (first & HasFact) != 0 ? 1 : 0);
        bytes = bytes[HeaderBytes..];
        (DateOnly, DateOnly)? time = null;
        if (hasTime && bytes.Length >= TimeBytes)
        {
            time = (Day(bytes), Day(bytes[2..]));
            if (time.Value.Item1 > time.Value.Item2)
                return null;
            bytes = bytes[TimeBytes..];
        }
        var earlier = 0;
        if ((first & HasEarlier) != 0 && bytes.Length > 0)
        {
            earlier = bytes[0];
            bytes = bytes[1..];
        }
        if (hasTime != time.HasValue || bytes.Length != (named + asked + told + fact + earlier) * IdBytes)
            return null;
        var (spoken, answered) = (Look(entities, ref bytes, asked), Look(entities, ref bytes, told));
        var (meant, main) = (Look(concepts, ref bytes, named), Look(facts, ref bytes, fact).FirstOrDefault());
        return new Conversation
        {
            Language = language,
            Topic = Topics[first & TopicBits],
            Ask = ask,
            Time = time,
            Asked = spoken,
            Told = answered,
            Concepts = [.. meant.Except(Memory.Ordering)],
            Orders = [.. meant.Intersect(Memory.Ordering)],
            Fact = main,
            Occasion = Memory.OccasionOf(main),
            Period = Memory.PeriodOf(main),
            Earlier = Look(entities, ref bytes, earlier),
        };
    }

    // Follow-ups lean on the first, the last, and on whether there are more than two.
    private static IReadOnlyList<Entity> Ends(IReadOnlyList<Entity> all) => all.Count <= MostEntities ? all : [all[0], all[1], all[^1]];

    private static List<int> Take<T>(IReadOnlyList<T> items, Func<T, string> id, ref int room)
    {
        var taken = new List<int>();
        foreach (var item in items)
        {
            if (room < IdBytes)
                break;
            room -= IdBytes;
            taken.Add(Key(id(item)));
        }
        return taken;
    }

    private static List<T> Look<T>(FrozenDictionary<int, T> known, ref ReadOnlySpan<byte> bytes, int count)
        where T : class
    {
        var found = new List<T>();
        for (var i = 0; i < count; i++, bytes = bytes[IdBytes..])
        {
            if (known.TryGetValue((bytes[0] << 16) | (bytes[1] << 8) | bytes[2], out var item))
                found.Add(item);
        }
        return found;
    }

    // Two that share a key are told apart no more, so neither is found: better nothing than the wrong one.
    private static FrozenDictionary<int, T> Unique<T>(IEnumerable<T> items, Func<T, string> id) =>
        items.GroupBy(i => Key(id(i))).Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First());

    private static int Key(string id) => (int)(ShortHash.Of(id) >> 40);

    private static void Write(List<byte> bytes, DateOnly day)
    {
        var number = (ushort)Math.Clamp(day.DayNumber - Epoch.DayNumber, 0, ushort.MaxValue);
        bytes.Add((byte)(number >> 8));
        bytes.Add((byte)number);
    }

    private static DateOnly Day(ReadOnlySpan<byte> bytes) => ((bytes[0] << 8) | bytes[1]) switch
    {
        0 => DateOnly.MinValue,
        ushort.MaxValue => DateOnly.MaxValue,
        var number => Epoch.AddDays(number),
    };
}

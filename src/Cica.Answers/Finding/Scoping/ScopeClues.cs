using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Finding.Scoping;

/// <summary>
/// What in a question tells whose affair it is: its words, every two that stand together, its concepts, and of what kind the things
/// are that it names. Which of a kind it names is left out: what is asked of one foreign body is asked of any.
/// </summary>
internal static class ScopeClues
{
    /// <summary>Stands for every word that was not learnt.</summary>
    public static readonly uint Unknown = Clues.Of('u', "");

    /// <summary>CICA is not named.</summary>
    public static readonly uint Nameless = Clues.Of('z', "");

    private static readonly uint Opening = Clues.Of('b', "");
    private static readonly uint Number = Clues.Of('n', "");
    private static readonly uint[] Kinds = [.. Enum.GetNames<EntityKind>().Select(kind => Clues.Of('k', kind))];

    /// <summary>Reads the clues of a question, each once, sorted; <paramref name="words"/> gets those of single words.</summary>
    public static void Read(Frame frame, List<uint> into, List<uint> words)
    {
        into.Clear();
        words.Clear();
        var before = Opening;
        var own = FirstAsked(frame);
        for (var i = own; i < frame.Tokens.Count;)
        {
            var named = NamedAt(frame, i);
            var clue = named is null ? Of(frame.Tokens[i]) : Kinds[(int)named.Value.Meaning.Entity!.Kind];
            // A word that has a meaning is not unknown, only because nobody has used it so far.
            if (named is not null || frame.Tokens[i].Number is not null || HasMeaning(frame, i))
                into.Add(clue);
            else
                words.Add(clue);
            into.Add(Clues.Pair(before, clue));
            before = clue;
            i += named?.Length ?? 1;
        }
        foreach (var mention in frame.Mentions)
        {
            if (mention.Meaning.Kind is MeaningKind.Concept or MeaningKind.Foreign && mention.Start >= own)
                into.Add(Clues.Of('c', mention.Meaning.Id));
        }
        if (!frame.NamesCica)
            into.Add(Nameless);
        Clues.Tidy(into);
        Clues.Tidy(words);
    }

    /// <summary>It stands for CICA's name.</summary>
    public static bool IsName(uint clue) => clue == Kinds[(int)EntityKind.Organisation];

    // "I am a student of Mongolian studies. Was Mongolia a founder?": what people say of themselves first is no part of the question.
    private static int FirstAsked(Frame frame)
    {
        var tokens = frame.Tokens;
        var first = 0;
        while (first < tokens.Count && Aside.MayBegin(tokens[first].Text))
        {
            var next = first;
            while (next < tokens.Count && tokens[next].Sentence == tokens[first].Sentence)
                next++;
            if (!frame.Mentions.Any(m => m.Start >= next && (m.Meaning.Kind == MeaningKind.Entity || (m.Meaning.Kind == MeaningKind.Concept && !m.Meaning.Id.Contains('.')))))
                break;
            first = next;
        }
        return first;
    }

    private static uint Of(Token token) => token.Number is null ? Clues.Of('w', token.Stem) : Number;

    private static bool HasMeaning(Frame frame, int token)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Covers(token) && mention.Meaning.Kind is MeaningKind.Concept or MeaningKind.Filler or MeaningKind.Number or MeaningKind.Month)
                return true;
        }
        return false;
    }

    private static Mention? NamedAt(Frame frame, int token)
    {
        foreach (var mention in frame.Mentions)
        {
            if (mention.Start == token && mention.Meaning.Kind == MeaningKind.Entity)
                return mention;
        }
        return null;
    }
}

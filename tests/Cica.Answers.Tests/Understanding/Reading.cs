using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Tests.Understanding;

/// <summary>Reads questions as the engine does, to look at the frame before anything is found or told.</summary>
internal static class Reading
{
    private static readonly Lazy<(Lexicon Lexicon, FrameReader Frames)> Built = new(Build);

    public static Lexicon Lexicon => Built.Value.Lexicon;

    public static Frame Frame(string text, DateOnly? asOf = null) => Built.Value.Frames.Read(text, asOf ?? RealData.Today);

    /// <summary>The ids of the states named, in order and once each.</summary>
    public static string[] States(string text) => [.. Frame(text).Named(EntityKind.State).Select(e => e.Id).Distinct()];

    private static (Lexicon Lexicon, FrameReader Frames) Build()
    {
        var lexicon = LexiconBuilder.Build(RealData.Knowledge);
        var reader = new QuestionReader(lexicon);
        var sentences = Sentences.For(RealData.Knowledge);
        _ = StatementIndex.Build(IndexPart.Of(RealData.Knowledge, (fact, language) => sentences[language].AllWords(fact)), lexicon, reader, WordVectors.Learnt);
        return (lexicon, new FrameReader(reader, RealData.Knowledge.Entities));
    }
}

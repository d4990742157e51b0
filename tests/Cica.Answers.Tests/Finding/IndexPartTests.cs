using Cica.Answers.Composing;
using Cica.Answers.Finding;
using Cica.Answers.Finding.Vectors;
using Cica.Answers.Understanding;

namespace Cica.Answers.Tests.Finding;

/// <summary>The index is read in parts, side by side; nothing of it may tell in how many.</summary>
public class IndexPartTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void The_index_is_the_same_however_many_parts_it_is_read_in(int count)
    {
        var whole = Build(1);
        var parts = Build(count);

        Assert.Equal(whole.Terms.Count, parts.Terms.Count);
        Assert.Equal(whole.Rarities, parts.Rarities);
        Assert.Equal(whole.Phrases.Count, parts.Phrases.Count);
        foreach (var (one, other) in whole.Statements.Zip(parts.Statements))
        {
            Assert.Equal((one.Id, one.Number), (other.Id, other.Number));
            Assert.Equal(one.Terms, other.Terms);
            Assert.Equal(one.Spoken, other.Spoken);
            Assert.Equal(one.Entities, other.Entities);
        }
    }

    private static StatementIndex Build(int count)
    {
        var lexicon = LexiconBuilder.Build(RealData.Knowledge);
        var sentences = Sentences.For(RealData.Knowledge);
        var parts = IndexPart.Of(RealData.Knowledge, (fact, language) => sentences[language].AllWords(fact), count);
        return StatementIndex.Build(parts, lexicon, new QuestionReader(lexicon), WordVectors.Learnt);
    }
}

using Cica.Answers.Understanding;
using Cica.Knowledge.Model;

namespace Cica.Answers.Tests.Understanding;

public sealed class SpellerTests
{
    private static readonly string[] Known = ["kazakhstan", "azerbaijan", "secretariat", "chairmanship", "ministerial", "observer", "казахстан", "секретариат", "председательств", "наблюдател", "декларац"];
    private static readonly Speller Small = new(Known, [.. Known.Select(_ => true)]);

    public static TheoryData<string> KnownWords() => [.. Known];

    [Theory]
    [MemberData(nameof(KnownWords))]
    public void One_slip_in_a_long_known_word_is_mended(string word) =>
        Assert.All(Slips(word), slip => Assert.Equal(word, Small.Nearest(slip)));

    [Fact]
    public void A_short_word_and_a_word_far_from_all_known_ones_stay_as_they_are()
    {
        Assert.Null(Small.Nearest("baku"));
        Assert.Null(Small.Nearest("volleyball"));
        Assert.Null(Small.Nearest(""));
    }

    [Theory]
    [InlineData("secretariat", "secretariat", 0)]
    [InlineData("secretariat", "secretriat", 1)]
    [InlineData("summit", "sumimt", 1)]
    [InlineData("summit", "summmit", 1)]
    [InlineData("summit", "sunmit", 1)]
    [InlineData("", "ab", 2)]
    public void A_swap_of_neighbours_counts_as_one_edit(string left, string right, int expected)
    {
        Assert.Equal(expected, Speller.Distance(left, right));
        Assert.Equal(expected, Speller.Distance(right, left));
    }

    [Fact]
    public void Every_name_of_a_state_is_read_as_that_state_and_no_other()
    {
        var failures = new List<string>();
        foreach (var state in RealData.Knowledge.Entities.Values.Where(e => e.Kind == EntityKind.State).OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            foreach (var language in RealData.Knowledge.Languages)
            {
                var names = state.Names[language.Code];
                foreach (var name in names.Forms.Prepend(names.Name))
                {
                    var read = Reading.States(language.Code == "ru" ? $"{name} и СВМДА" : $"CICA and {name}");
                    if (read.Length != 1 || read[0] != state.Id)
                        failures.Add($"{name} ({state.Id}) is read as {(read.Length == 0 ? "no state" : string.Join(" + ", read))}");
                }
            }
        }
        Assert.True(failures.Count == 0, $"{failures.Count} names are misread:\n" + string.Join('\n', failures));
    }

    [Theory]
    [InlineData("parks of Almaty")]
    [InlineData("синей птицы")]
    public void No_slip_leads_to_a_city_of_which_nothing_is_told(string text) =>
        Assert.DoesNotContain(RealData.Engine.Frames.Read(text, RealData.Today).AllEntities, e => e.Id is "paris" or "sydney");

    [Theory]
    [InlineData("Is Iran a member of CICA?", "iran")]
    [InlineData("Is Iraq a member of CICA?", "iraq")]
    [InlineData("is iraq a member of cica", "iraq")]
    [InlineData("Is Oman a member of CICA?", "oman")]
    [InlineData("is oman a member of cica", "oman")]
    [InlineData("Is Niger a member of CICA?", "niger")]
    [InlineData("Is Nigeria a member of CICA?", "nigeria")]
    [InlineData("Is North Korea a member of CICA?", "north-korea")]
    [InlineData("Is South Korea a member of CICA?", "south-korea")]
    [InlineData("Is Austria a member of CICA?", "austria")]
    [InlineData("Is Australia a member of CICA?", "australia")]
    [InlineData("Входит ли Иран в СВМДА?", "iran")]
    [InlineData("Входит ли Ирак в СВМДА?", "iraq")]
    [InlineData("Входит ли Оман в СВМДА?", "oman")]
    [InlineData("Входит ли Нигер в СВМДА?", "niger")]
    [InlineData("Входит ли Нигерия в СВМДА?", "nigeria")]
    [InlineData("Входит ли Северная Корея в СВМДА?", "north-korea")]
    public void A_real_name_is_never_corrected_into_another(string text, string state) => Assert.Equal([state], Reading.States(text));

    [Fact]
    public void A_slip_in_the_long_name_of_a_state_is_mended_and_never_makes_it_another_state()
    {
        var total = 0;
        var lost = new List<string>();
        var taken = new List<string>();
        foreach (var state in RealData.Knowledge.Entities.Values.Where(e => e.Kind == EntityKind.State && !e.NameOnly))
        {
            foreach (var name in new[] { state.Names["en"].Name, state.Names["ru"].Name }.Where(n => n.Length >= 8 && n.All(char.IsLetter)))
            {
                foreach (var slip in Slips(Folding.Fold(name)))
                {
                    total++;
                    var read = Reading.States(slip + " cica");
                    if (read.Contains(state.Id))
                        continue;
                    (read.Length == 0 ? lost : taken).Add($"{slip} → {(read.Length == 0 ? "nothing" : string.Join(" + ", read))}");
                }
            }
        }
        Assert.True(taken.Count == 0, string.Join('\n', taken));
        Assert.True(lost.Count * 20 <= total, $"{lost.Count} of {total} slips are not mended:\n" + string.Join('\n', lost.Take(40)));
    }

    // A letter missing, doubled, swapped with its neighbour or wrong, everywhere but at the very ends.
    private static IEnumerable<string> Slips(string word)
    {
        var wrong = word[0] is >= 'а' and <= 'я' ? 'щ' : 'q';
        for (var i = 1; i < word.Length - 1; i++)
        {
            yield return word.Remove(i, 1);
            yield return word.Insert(i, word[i].ToString());
            yield return string.Concat(word.AsSpan(0, i), wrong.ToString(), word.AsSpan(i + 1));
            if (i < word.Length - 2 && word[i] != word[i + 1])
                yield return string.Concat(word.AsSpan(0, i), word[i + 1].ToString(), word[i].ToString(), word.AsSpan(i + 2));
        }
    }
}

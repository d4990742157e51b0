using Cica.Knowledge.Model;

namespace Cica.Answers.Tests.Promises;

/// <summary>The lists of members and observers are complete, so every state of the world gets a plain yes or no.</summary>
public sealed class StateTests
{
    private static IEnumerable<Entity> States => RealData.Knowledge.Entities.Values.Where(e => e.Kind == EntityKind.State).OrderBy(e => e.Id, StringComparer.Ordinal);

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_member_gets_a_yes(string language) => Expect(language, Holders("member"), yes: true);

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_observer_gets_a_no_that_says_it_is_an_observer(string language) => Expect(language, Holders("observer"), yes: false, language == "ru" ? "наблюдател" : "observer");

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_other_state_of_the_world_gets_a_no(string language)
    {
        var ours = Holders("member").Concat(Holders("observer")).ToHashSet();
        Expect(language, States.Where(s => !ours.Contains(s)), yes: false);
    }

    [Fact]
    public void There_are_28_members_10_observers_and_the_rest_of_the_world()
    {
        Assert.Equal(28, Holders("member").Count());
        Assert.Equal(10, Holders("observer").Count());
        Assert.True(States.Count() > 190, $"only {States.Count()} states are known");
    }

    private static IEnumerable<Entity> Holders(string property) => RealData.Knowledge.Facts
        .Where(f => f.Property.Id == property && f.Value?.Entity?.Id == "cica" && f.Subject.Kind == EntityKind.State && f.Status == FactStatus.InForce
            && (f.Until is null || f.Until.Value.First > RealData.Today))
        .Select(f => f.Subject).Distinct().OrderBy(s => s.Id, StringComparer.Ordinal);

    private static void Expect(string language, IEnumerable<Entity> states, bool yes, string holds = "")
    {
        var first = (language, yes) switch { ("ru", true) => "Да", ("ru", false) => "Нет", (_, true) => "Yes", _ => "No" };
        var failures = new List<string>();
        foreach (var state in states)
        {
            var question = language == "ru" ? $"Является ли {state.NameIn("ru")} членом СВМДА?" : $"Is {state.NameIn("en")} a member of CICA?";
            var answer = RealData.Ask(question);
            var begins = answer.Lines[0].StartsWith(first, StringComparison.Ordinal) && !char.IsLetter(answer.Lines[0].ElementAtOrDefault(first.Length));
            if (answer.Outcome != Outcome.Answer || !begins || !answer.Text.Contains(holds, StringComparison.OrdinalIgnoreCase))
                failures.Add($"{question} → {answer.Outcome}: {answer.Lines[0]}");
        }
        Assert.True(failures.Count == 0, $"{failures.Count} states do not get the plain \"{first}\":\n" + string.Join('\n', failures));
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Cica.Answers.Tests.Questions;
using Cica.Knowledge.Model;

namespace Cica.Answers.Tests.Promises;

/// <summary>A fact holds for a period, and nothing is told that came later than the day of the question.</summary>
public sealed partial class TimeTests
{
    private static readonly DateOnly Earlier = new(2025, 6, 1);

    // Two days of every year, so that every change of the chair and of the members lies between two of them.
    public static TheoryData<int, int> Days()
    {
        var days = new TheoryData<int, int>();
        for (var year = 2003; year <= 2026; year++)
        {
            days.Add(year, 3);
            days.Add(year, 11);
        }
        return days;
    }

    [Theory]
    [InlineData("Who chairs CICA?")]
    [InlineData("which country is the chair of CICA now")]
    [InlineData("Кто председательствует в СВМДА?")]
    [InlineData("Какая страна сейчас председатель СВМДА?")]
    public void After_the_end_of_its_term_the_chair_is_told_with_the_day_of_the_last_word(string question)
    {
        var now = RealData.Ask(question);
        Assert.Equal(Outcome.Answer, now.Outcome);
        Assert.Matches("Azerbaijan|Азербайджан", now.Lines[0]);
        Assert.Matches("11 March 2026|11 марта 2026", now.Lines[0]);
        Assert.Matches("(?i)not known|неизвестно", now.Text);

        var then = RealData.Ask(question, Earlier);
        Assert.Matches("Azerbaijan|Азербайджан", then.Lines[0]);
        Assert.DoesNotMatch("2026", then.Lines[0]);
        Assert.Matches("17 December 2024|17 декабря 2024", then.Lines[0]);
    }

    [Theory]
    [InlineData("Who will chair CICA next?", "Azerbaijan")]
    [InlineData("Кто будет следующим председателем СВМДА?", "Азербайджан")]
    public void Whoever_has_been_chosen_to_chair_next_is_told_from_that_day_on(string question, string told)
    {
        Assert.Contains(told, RealData.Ask(question, new DateOnly(2024, 6, 3)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(told, RealData.Ask(question, new DateOnly(2024, 3, 1)).Lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When is the Baku summit?")]
    [InlineData("When is the next CICA summit?")]
    [InlineData("When is the seventh CICA summit?")]
    [InlineData("Когда саммит в Баку?")]
    [InlineData("Когда следующий саммит СВМДА?")]
    public void A_planned_summit_whose_time_has_passed_is_told_with_what_is_not_known(string question)
    {
        var now = RealData.Ask(question);
        Assert.Equal(Outcome.Answer, now.Outcome);
        Assert.Matches("October 2026|октябр[ея] 2026", now.Text);
        Assert.Matches("(?i)not known|not confirmed|no source|неизвестно|не подтвержд", now.Text);

        // The month was announced in September 2025.
        var then = RealData.Ask(question, Earlier);
        Assert.DoesNotMatch("(?i)october 2026|октябр[ея] 2026", string.Join('\n', then.Lines));
        Assert.NotEqual(now.Text, then.Text);
    }

    [Theory]
    [InlineData("Did the Baku summit of CICA take place?")]
    [InlineData("Состоялся ли саммит СВМДА в Баку?")]
    [InlineData("What was adopted at the seventh CICA summit?")]
    public void Nothing_is_claimed_of_a_summit_nobody_reported_on(string question)
    {
        var answer = RealData.Ask(question);
        Assert.DoesNotMatch("^(Yes|No|Да|Нет)[.,]", answer.Text);
        Assert.Matches("(?i)not known|not confirmed|no source|do not|don't|неизвестно|не подтвержд|нет сведений|не знаю", answer.Text);
    }

    [Theory]
    [InlineData("Who is the Secretary General of CICA?", "Sarybay")]
    [InlineData("Кто Генеральный секретарь СВМДА?", "Сарыба")]
    public void The_head_of_the_Secretariat_is_told_with_the_last_word_once_that_is_old(string question, string name)
    {
        var now = RealData.Ask(question);
        Assert.Equal(Outcome.Answer, now.Outcome);
        Assert.Contains(name, now.Lines[0], StringComparison.Ordinal);
        Assert.Matches("13 October 2022|13 октября 2022", now.Text);
        Assert.Matches("14 April 2026|14 апреля 2026", RealData.Ask(question, new DateOnly(2028, 1, 1)).Text);

        var before = RealData.Ask("Who heads the CICA Secretariat?", new DateOnly(2019, 6, 1));
        Assert.Contains("Mirzozoda", before.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Sarybay", string.Join('\n', before.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_chair_of_every_year_is_the_one_the_facts_give(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        var chair = Assert.Single(Plain("chair", day).Where(f => f.Subject.Id == "cica").Select(f => f.Value!.Entity!).Distinct());
        foreach (var (question, language) in new[] { ("Who chairs CICA?", "en"), ("Кто председательствует в СВМДА?", "ru") })
        {
            var answer = RealData.Ask(question, day);
            Assert.Equal(Outcome.Answer, answer.Outcome);
            Assert.Contains(chair.NameIn(language)[..5], answer.Lines[0], StringComparison.Ordinal);
            Assert.DoesNotContain(Years(string.Join('\n', answer.Lines)), y => y > year);
        }
        // Asked later of that time: the same state.
        var later = RealData.Ask($"Who chaired CICA on {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}?");
        Assert.Contains(chair.NameIn("en"), later.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_number_and_the_list_of_members_of_every_year_are_those_the_facts_give(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        var members = Plain("member", day).Where(f => f.Value?.Entity?.Id == "cica").Select(f => f.Subject).Distinct().ToArray();

        var count = RealData.Ask("How many members does CICA have?", day);
        Assert.Equal(Outcome.Answer, count.Outcome);
        Assert.Contains(members.Length.ToString(CultureInfo.InvariantCulture), Numbers().Matches(count.Lines[0]).Select(m => m.Value));
        Assert.DoesNotContain(Years(string.Join('\n', count.Lines)), y => y > year);

        var list = RealData.Ask("List the member states of CICA", day);
        Assert.Equal(Outcome.Answer, list.Outcome);
        var names = list.Lines[0][(list.Lines[0].IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.').Split(", ");
        Assert.Equal(members.Select(m => m.NameIn("en")).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Years(string.Join('\n', list.Lines)), y => y > year);
    }

    [Theory]
    [InlineData(2003)]
    [InlineData(2008)]
    [InlineData(2013)]
    [InlineData(2017)]
    [InlineData(2021)]
    [InlineData(2023)]
    public void Asked_in_an_earlier_year_no_question_is_told_what_came_later(int year)
    {
        var day = new DateOnly(year, 7, 1);
        var late = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var turn in QuestionSet.Turns.Where(t => t.Number == 0))
        {
            var (answer, thrown) = RealData.Try(turn.Asked.Text, day);
            if (answer is null)
            {
                late.Add("throws " + thrown + Example(turn));
                continue;
            }
            var facts = answer.Facts.Select(id => RealData.Knowledge.FactById.GetValueOrDefault(id)).OfType<Fact>().ToArray();
            var events = RealData.Knowledge.Events.Where(e => answer.Facts.Contains(e.Id)).ToArray();
            foreach (var fact in facts.Where(f => (f.From ?? f.By) is { } from && from.First > day))
                late.Add($"{fact.Id} is of {fact.From ?? fact.By}" + Example(turn));
            foreach (var entry in events.Where(e => e.Known is { } known && known.First > day))
                late.Add($"{entry.Id} became known in {entry.Known}" + Example(turn));
            var looksAhead = Ahead(facts, events, year, answer.Language).Concat(Years(turn.Asked.Text)).ToHashSet();
            foreach (var told in Years(string.Join('\n', answer.Lines)).Where(y => y > year && !looksAhead.Contains(y)))
                late.Add($"{string.Join(", ", answer.Facts.Take(3))} tells of {told}" + Example(turn));
        }
        Assert.True(late.Count == 0, $"as of {day:O} {late.Count} things are told that came later, or make it throw:\n" + string.Join('\n', late.Take(40)));
    }

    private static string Example(Turn turn) => turn.Question.IsLesson ? $" ({turn.Name} \"{turn.Asked.Text}\")" : "";

    // Later years that may be told: those a plan names, those named on a day that had come ("the next summit in 2022"), and
    // the next return of a yearly day.
    private static IEnumerable<int> Ahead(Fact[] facts, EventEntry[] events, int year, string language)
    {
        var said = facts.Where(f => f.Status is FactStatus.Planned or FactStatus.Proposed || f is { From.Precision: not DatePrecision.Year, Until: null, Say: not null });
        foreach (var named in said.SelectMany(f => Years(f.Say?[language] ?? "").Append(f.From?.Year ?? 0).Append(f.Value?.Date?.Year ?? 0)))
            yield return named;
        foreach (var entry in events)
            yield return entry.Yearly ? year + 1 : entry.Start.Year;
    }

    // The plainest reading of the periods there is: begun, and not over.
    private static IEnumerable<Fact> Plain(string property, DateOnly day) => RealData.Knowledge.Facts.Where(f =>
        f.Property.Id == property && f.Status is FactStatus.InForce or FactStatus.Ended && f.Property.Id == property
        && (f.From is null || f.From.Value.First <= day) && (f.Until is null || f.Until.Value.First > day));

    private static IEnumerable<int> Years(string text) => Numbers().Matches(text).Where(m => m.Value.Length == 4).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).Where(y => y is > 1900 and < 2100);

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}

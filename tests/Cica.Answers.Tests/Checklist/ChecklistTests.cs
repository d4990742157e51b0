using Cica.Answers.Tests.Exam;

namespace Cica.Answers.Tests.Checklist;

/// <summary>
/// What the bot must know, line by line: each statement is covered by facts and can be asked for, or is left out for a reason.
/// The lines open.txt names are not answered from their facts yet; that list may only shrink.
/// </summary>
public sealed class ChecklistTests
{
    /// <summary>One case for each line.</summary>
    public static TheoryData<string> Lines() => [.. ChecklistReport.Current.Lines.Keys];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_line_is_answered_from_the_facts_that_cover_it_unless_it_is_listed_as_open(string id)
    {
        var line = ChecklistReport.Current.Lines[id];
        if (!ChecklistReport.Current.Open.Contains(id))
            Assert.True(line.Fault is null, $"{id} \"{line.Statement}\": {line.Fault}");
        else
            Assert.True(line.Fault is not null, $"{id} \"{line.Statement}\" is answered from its facts by now: take it off the list Checklist/open.txt ({Ratchet.Switch}=1 does)");
    }

    [Fact]
    public void Each_line_states_something_and_names_what_covers_it_or_why_it_is_left_out() =>
        Assert.All(ChecklistReport.Current.Lines.Values, line =>
        {
            Assert.False(string.IsNullOrWhiteSpace(line.Statement), $"{line.Id} does not say what it is about");
            if (line.LeftOut is not null)
                Assert.False(string.IsNullOrWhiteSpace(line.LeftOut), $"{line.Id} is left out without a reason");
            else
                Assert.NotEmpty(line.Covers);
            Assert.All(line.Covers, id => Assert.True(Exists(id), $"{line.Id}: '{id}' is no fact, article or event"));
        });

    [Fact]
    public void The_list_of_open_lines_names_lines_of_the_checklist() =>
        Assert.Empty(ChecklistReport.Current.Open.Except(ChecklistReport.Current.Lines.Keys));

    [Fact]
    public void The_results_tell_how_many_lines_are_open() =>
        Assert.Contains($"{ChecklistReport.Current.Open.Count} of {ChecklistReport.Current.Lines.Count} lines", ExamReport.Current.Results, StringComparison.Ordinal);

    private static bool Exists(string id) =>
        RealData.Knowledge.FactById.ContainsKey(id) || RealData.Knowledge.Articles.Any(a => a.Id == id) || RealData.Knowledge.Events.Any(e => e.Id == id);
}

using System.Text.RegularExpressions;
using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Data;

public sealed partial class RealDataTests
{
    [Fact]
    public void The_data_of_the_repository_has_no_mistake() =>
        Assert.Empty(RealData.Result.Problems.Where(p => !p.IsWarning).Select(p => p.ToString()));

    [Fact]
    public void Every_entry_in_the_files_is_loaded()
    {
        var knowledge = RealData.Snapshot;
        Assert.Equal(Entries("facts/"), knowledge.Facts.Count);
        Assert.Equal(Entries("entities/") + Entries("world.yaml"), knowledge.Entities.Count);
        Assert.Equal(Entries("articles/"), knowledge.Articles.Count);
        Assert.Equal(Entries("sources.yaml"), knowledge.Sources.Count);
        Assert.Equal(Entries("events.yaml"), knowledge.Events.Count);
    }

    [Fact]
    public void English_and_Russian_are_shipped() =>
        Assert.Equal(["en", "ru"], RealData.Snapshot.Languages.Select(l => l.Code));

    [Fact]
    public void Every_statement_has_a_source() =>
        Assert.All(RealData.Snapshot.Facts, fact => Assert.NotEmpty(fact.Sources));

    [Fact]
    public void Every_statement_in_words_fits_a_message() =>
        Assert.All(RealData.Snapshot.Facts, fact => Assert.All(fact.Say?.Languages ?? [], language => Assert.InRange(fact.Say![language].Length, 1, 700)));

    private static int Entries(string under) => RealData.Files
        .Where(file => file.StartsWith(under, StringComparison.Ordinal))
        .Sum(file => Entry().Count(File.ReadAllText(Path.Combine(RealData.Folder, file))));

    [GeneratedRegex(@"^- (\{ *)?id:", RegexOptions.Multiline)]
    private static partial Regex Entry();
}

namespace Cica.Playground.Tests.Conformance;

/// <summary>The same list, driven by grammY: a client of other authors in another language.</summary>
public sealed class ConformanceByGrammy(Grammy grammy) : IClassFixture<Grammy>
{
    public static TheoryData<string> Names => ConformanceByTelegramBot.Names;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void Holds(string name)
    {
        Skip.If(grammy.Missing is not null, grammy.Missing);
        Assert.True(grammy.Differences.ContainsKey(name), "grammY did not come to this case");
        Assert.True(grammy.Differences[name] is null, grammy.Differences[name]);
    }
}

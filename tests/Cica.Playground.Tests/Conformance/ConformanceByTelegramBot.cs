namespace Cica.Playground.Tests.Conformance;

/// <summary>The conformance list, driven by Telegram.Bot.</summary>
public sealed class ConformanceByTelegramBot
{
    public static TheoryData<string> Names => [.. ConformanceCase.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Holds(string name)
    {
        await using var stage = await Stage.OpenAsync();
        await new TelegramBotDriver(stage).RunAsync(ConformanceCase.Named(name));
    }
}

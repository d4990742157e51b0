using Cica.Playground.Faults;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace Cica.Bot.Tests.Talking;

public sealed class FaceTests
{
    [Fact]
    public async Task Its_menu_and_profile_are_there_in_both_languages_and_other_ones_see_English()
    {
        await using var bench = await TalkBench.OpenAsync();
        await bench.AnnouncedAsync();
        var (anna, boris, carl) = (bench.People.NewPerson("Anna"), bench.People.NewPerson("Борис", "ru"), bench.People.NewPerson("Carl", "de"));
        var group = bench.People.NewGroup("Delegates", anna, boris);

        Assert.Equal(Facts.Text("command.members"), anna.Private.CommandsFor(anna)[0].Description);
        Assert.Equal(Facts.Text("command.members", "ru"), boris.Private.CommandsFor(boris)[0].Description);
        Assert.Equal(Facts.Text("command.members"), carl.Private.CommandsFor(carl)[0].Description);
        Assert.Contains("mydata", anna.Private.CommandsFor(anna).Select(c => c.Command));
        Assert.Contains("language", group.CommandsFor(anna).Select(c => c.Command));
        Assert.DoesNotContain("language", group.CommandsFor(boris).Select(c => c.Command));
        Assert.DoesNotContain("mydata", group.CommandsFor(boris).Select(c => c.Command));
        Assert.Equal((Facts.Text("face.description", "ru"), Facts.Text("face.short", "ru")), (bench.People.BotSeenIn("ru").Description, bench.People.BotSeenIn("ru").ShortDescription));
        Assert.Equal((Facts.Text("face.description"), Facts.Text("face.short")), (bench.People.BotSeenIn("de").Description, bench.People.BotSeenIn("de").ShortDescription));
    }

    [Fact]
    public async Task It_is_announced_again_only_when_it_has_changed()
    {
        await using var bench = await TalkBench.OpenAsync();
        int Calls() => bench.Server.Calls.All.Count(c => c.Method.StartsWith("setMy", StringComparison.OrdinalIgnoreCase));
        await bench.AnnouncedAsync();
        var (first, looks) = (Calls(), bench.Server.Calls.Of("getMyCommands").Count);
        await bench.RestartAsync();
        await bench.People.Waits.UntilAsync(() => bench.Server.Calls.Of("getMyCommands").Count > looks, "a look at what the server shows");
        await bench.AskAsync(bench.People.NewPerson("Anna"), "who chairs CICA?");
        Assert.Equal(first, Calls());

        await bench.Storage.SetMarkAsync("face", "another", default);
        await bench.RestartAsync();
        await bench.AnnouncedAsync();
        Assert.Equal(2 * first, Calls());
    }

    [Fact]
    public async Task A_server_that_has_forgotten_it_is_told_again_though_nothing_has_changed()
    {
        await using var bench = await TalkBench.OpenAsync();
        await bench.AnnouncedAsync();
        var anna = bench.People.NewPerson("Anna");
        var before = anna.Private.CommandsFor(anna).Count;
        var server = new TelegramBotClient(new TelegramBotClientOptions(bench.Server.Token, bench.Server.Url.ToString().TrimEnd('/')));
        await server.DeleteMyCommands(BotCommandScope.AllPrivateChats());
        await server.DeleteMyCommands(BotCommandScope.AllPrivateChats(), "en");
        await bench.SettledAsync();

        await bench.RestartAsync();
        await bench.People.Waits.UntilAsync(() => anna.Private.CommandsFor(anna).Count == before, "the menu to be there again");
        Assert.Contains("subscribe", anna.Private.CommandsFor(anna).Select(c => c.Command));
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_it()
    {
        await using var bench = await TalkBench.OpenAsync();
        await bench.AnnouncedAsync();
        await bench.Storage.SetMarkAsync("face", "another", default);
        bench.Server.Faults.Order(Fault.Page() with { Method = "setMyDescription", Times = null });
        bench.Tolerant = true;
        await bench.RestartAsync();
        Assert.Equal(Facts.Answer("who chairs CICA?"), (await bench.AskAsync(bench.People.NewPerson("Anna"), "who chairs CICA?")).Text);

        var began = TimeProvider.System.GetTimestamp();
        await bench.StopAsync();
        // By itself, long before the host gives it up.
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TalkBench.ShutdownTimeout / 2);
    }
}

using static Microsoft.Playwright.Assertions;

namespace Cica.Playground.Page.Tests;

/// <summary>The real bot on the page: what a newcomer does in the first minute. One bot serves all; no test needs another.</summary>
[Collection(Browser.Tests)]
public sealed class RealBotTests(Browser browser, RealBot bot) : IClassFixture<RealBot>
{
    [SkippableFact]
    public async Task A_newcomer_asks_follows_up_and_blocks_and_unblocks()
    {
        Skip.If(browser.Missing is not null, browser.Missing);
        await using var screen = await Screen.OpenAtAsync(browser, bot.Url);
        await Expect(screen.Page.Locator("#welcome")).ToContainTextAsync("CICA");
        await screen.Page.Locator("#instead").ClickAsync();
        await Expect(screen.Last.Locator(".key").First).ToBeVisibleAsync();
        await screen.SayAsync("who chairs CICA?");
        await Expect(screen.Last).ToContainTextAsync("Azerbaijan chairs CICA");
        await Expect(screen.Last).ToContainTextAsync("Source:");
        await screen.ShotAsync("real-answer");
        await screen.Last.GetByRole(AriaRole.Button, new() { Name = "Who chaired before that?" }).ClickAsync();
        await Expect(screen.Last).ToContainTextAsync("Kazakhstan chaired CICA");
        await screen.SayAsync("<img src=x onerror=alert(1)>");
        await Expect(screen.Page.Locator("#messages .mine").Last.Locator(".text")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        Assert.Equal(0, await screen.Page.Locator("#messages img").CountAsync());
        await screen.MenuAsync("Block the bot");
        await screen.Page.Locator("#instead").ClickAsync();
        await screen.SayAsync("how many member states are there?");
        await Expect(screen.Last).ToContainTextAsync("28");
        await screen.AssertAccessibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task In_a_group_it_answers_when_named_and_offers_cards()
    {
        Skip.If(browser.Missing is not null, browser.Missing);
        await using var screen = await Screen.OpenAtAsync(browser, bot.Url);
        await screen.BecomeAsync("Борис");
        await screen.OpenChatAsync("Delegates");
        await screen.SayAsync("доброе утро");
        await screen.SayAsync($"сколько государств в СВМДА, @{Screen.BotName}?");
        await Expect(screen.Last).ToContainTextAsync("28");
        await screen.Field.FillAsync($"@{Screen.BotName} шестой саммит");
        await Expect(screen.Offers).Not.ToHaveCountAsync(0);
        await screen.ShotAsync("real-cards");
        await screen.Field.PressAsync("ArrowDown");
        await screen.Field.PressAsync("Enter");
        await Expect(screen.Last).ToContainTextAsync($"@{Screen.BotName}");
        await Expect(screen.Last).ToContainTextAsync("Источник:");
        await screen.AssertAccessibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task It_goes_on_when_its_clock_is_put_forward()
    {
        Skip.If(browser.Missing is not null, browser.Missing);
        await using var screen = await Screen.OpenAtAsync(browser, bot.Url);
        await screen.Page.Locator("#developer").ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "+1 week" }).ClickAsync();
        await Expect(screen.Page.Locator("#ahead")).ToContainTextAsync("7 d");
        await screen.OpenChatAsync("Delegates");
        await screen.SayAsync($"who hosted the first summit, @{Screen.BotName}?");
        await Expect(screen.Last).ToContainTextAsync("Kazakhstan", new() { Timeout = 15_000 });
        await Expect(screen.Page.Locator("#calls")).ToContainTextAsync("sendMessage");
        Assert.Empty(screen.Errors);
    }
}

using Cica.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Cica.Playground.Page.Tests;

/// <summary>The clock that can be put forward, and the list of the bot's calls.</summary>
[Collection(Groups.Shared)]
public sealed class DeveloperTests(Browser browser)
{
    [SkippableFact]
    public async Task A_reminder_arrives_when_the_clock_is_put_forward()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        await screen.SayAsync("/subscribe");
        await Expect(screen.Last).ToContainTextAsync("You will be reminded in a day");
        await screen.Page.Locator("#developer").ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "+1 hour" }).ClickAsync();
        await Expect(screen.Page.Locator("#ahead")).ToContainTextAsync("1 h");
        await Expect(screen.Last).ToContainTextAsync("You will be reminded");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "+1 day" }).ClickAsync();
        await Expect(screen.Last).ToContainTextAsync("Reminder: the summit is tomorrow");
        await Expect(screen.Page.Locator("#ahead")).ToHaveTextAsync("1 d 1 h ahead of the real time");
        await screen.ShotAsync("clock-light");
        await screen.AssertAccessibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task The_clock_jumps_to_a_moment_in_the_zone_of_the_browser()
    {
        await using var screen = await Screen.OpenAsync(browser, zone: "Asia/Almaty");
        await screen.Page.Locator("#developer").ClickAsync();
        await screen.Page.Locator("#until").FillAsync("2031-05-17T09:30");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Go", Exact = true }).ClickAsync();
        await Expect(screen.Page.Locator("#clock")).ToContainTextAsync("09:30");
        var now = screen.Server.Options.Clock.GetUtcNow();
        Assert.InRange(now, new DateTimeOffset(2031, 5, 17, 4, 30, 0, TimeSpan.Zero), new DateTimeOffset(2031, 5, 17, 4, 31, 0, TimeSpan.Zero));
    }

    [SkippableFact]
    public async Task A_playground_started_anew_is_found_again_by_the_page()
    {
        // At an address that nobody else is given while it is not running.
        await using var screen = await Screen.OpenAsync(browser, url: Ports.Free());
        await screen.StartAsync();
        await screen.Server.DisposeAsync();
        await Expect(screen.Page.Locator("#under")).ToContainTextAsync("not running");
        await screen.ShotAsync("offline-light");
        await screen.AssertAccessibleAsync();
        await Programs.StartedAsync();
        await using var again = await PlaygroundServer.StartAsync(screen.Server.Options);
        await Expect(screen.Page.Locator("#instead")).ToHaveTextAsync("Start");
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("bot");
        await Expect(screen.Messages).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task The_calls_of_the_bot_are_listed_and_its_token_never()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        // Even somebody who writes the token into a chat does not bring it into the list.
        await screen.SayAsync($"my token is {screen.Server.Token}");
        await Expect(screen.Last).ToContainTextAsync("You asked: my token is");
        await screen.Page.Locator("#developer").ClickAsync();
        var calls = screen.Page.Locator("#calls");
        await Expect(calls.Locator("summary").First).ToContainTextAsync("sendMessage");
        await Expect(calls.Locator("summary").First).ToContainTextAsync("200");
        await Expect(calls.Locator("summary").First).ToContainTextAsync("ms");
        await Expect(calls).Not.ToContainTextAsync("getUpdates");
        await screen.Page.Locator("#polls").CheckAsync();
        await Expect(calls).ToContainTextAsync("getUpdates");
        await screen.Page.Locator("#polls").UncheckAsync();
        await calls.Locator("summary").First.ClickAsync();
        await Expect(calls.Locator("pre").First).ToContainTextAsync("my token is •••");
        await screen.ShotAsync("calls-light");
        await screen.AssertAccessibleAsync();
        Assert.DoesNotContain(screen.Server.Token, await calls.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(screen.Errors);
    }
}

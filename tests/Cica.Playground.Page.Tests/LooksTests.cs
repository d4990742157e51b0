using static Microsoft.Playwright.Assertions;

namespace Cica.Playground.Page.Tests;

/// <summary>Dark, small, by keyboard alone.</summary>
[Collection(Groups.Looks)]
public sealed class LooksTests(Browser browser)
{
    [SkippableFact]
    public async Task On_a_phone_one_thing_at_a_time_fills_the_screen()
    {
        await using var screen = await Screen.OpenAsync(browser, isPhone: true);
        await screen.ShotAsync("phone-start");
        await screen.StartAsync();
        await screen.SayAsync("who chairs CICA?");
        await Expect(screen.Last).ToContainTextAsync("Azerbaijan");
        await Expect(screen.Page.Locator("#side")).ToBeHiddenAsync();
        await AssertNothingSticksOutAsync(screen);
        await screen.ShotAsync("phone-chat");
        await screen.AssertAccessibleAsync();
        await screen.Page.Locator("#back").TapAsync();
        await Expect(screen.Page.Locator("#chat")).ToBeHiddenAsync();
        await screen.ShotAsync("phone-list");
        await screen.AssertAccessibleAsync();
        await screen.OpenChatAsync("Delegates");
        await screen.Field.FillAsync($"@{Screen.BotName} ka");
        await Expect(screen.Offers).ToHaveCountAsync(1);
        await screen.ShotAsync("phone-inline");
        await screen.Offers.First.TapAsync();
        await Expect(screen.Last).ToContainTextAsync("Kazakhstan");
        await AssertNothingSticksOutAsync(screen);
        await screen.Page.Locator("#developer").TapAsync();
        await Expect(screen.Page.Locator("#panel")).ToBeInViewportAsync(new() { Ratio = 1 });
        await screen.ShotAsync("phone-panel");
        await screen.AssertAccessibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task In_the_dark_everything_can_be_read()
    {
        await using var screen = await Screen.OpenAsync(browser, isDark: true);
        await screen.ShotAsync("start-dark");
        await screen.StartAsync();
        await screen.SayAsync("who chairs CICA?");
        await Expect(screen.Last).ToContainTextAsync("Azerbaijan");
        await screen.Page.Locator("#developer").ClickAsync();
        await screen.ShotAsync("keyboard-dark");
        await screen.AssertAccessibleAsync();
        await screen.Page.Locator("#panel-close").ClickAsync();
        await screen.OpenChatAsync("Delegates");
        await screen.SayAsync($"who chairs, @{Screen.BotName}?");
        await Expect(screen.Last).ToContainTextAsync("You asked");
        await screen.Field.FillAsync($"@{Screen.BotName} i");
        await Expect(screen.Offers).Not.ToHaveCountAsync(0);
        await screen.Field.PressAsync("ArrowDown");
        await screen.ShotAsync("group-dark");
        await screen.AssertAccessibleAsync();
    }

    [SkippableFact]
    public async Task The_appearance_chosen_stays()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.Page.Locator("#theme").ClickAsync();
        await screen.Page.Locator("#theme").ClickAsync();
        await Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await screen.Page.ReloadAsync();
        await Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [SkippableFact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var screen = await Screen.OpenAsync(browser);
        var keys = screen.Page.Keyboard;
        await screen.Page.Locator("#instead").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(screen.Field).ToBeFocusedAsync();
        await keys.TypeAsync("who chairs CICA?");
        await keys.PressAsync("Enter");
        await Expect(screen.Last).ToContainTextAsync("Azerbaijan");
        await screen.Page.Locator("#scroll").FocusAsync();
        await keys.PressAsync("ArrowUp");
        await Expect(screen.Last).ToBeFocusedAsync();
        await screen.ShotAsync("focus-light");
        await keys.PressAsync("r");
        await Expect(screen.Page.Locator("#context")).ToContainTextAsync("Reply to CICA");
        await keys.PressAsync("Escape");
        await Expect(screen.Page.Locator("#context")).ToBeHiddenAsync();
        await screen.Button("Who chaired before?").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(screen.Last).ToContainTextAsync("Before that");
    }

    [SkippableFact]
    public async Task A_screen_reader_is_told_who_writes_what_is_offered_and_what_is_chosen()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        // What comes is read out, each message with its sender.
        var log = screen.Page.GetByRole(AriaRole.Log, new() { Name = "Messages" });
        await Expect(log).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(log).ToContainTextAsync("You: /start");
        await Expect(log).ToContainTextAsync("CICA: Welcome");
        await screen.SayAsync("who chairs CICA?");
        await screen.Button("Subscribe").ClickAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "You are subscribed." })).ToHaveCountAsync(1);
        var field = screen.Page.GetByRole(AriaRole.Textbox, new() { Name = "Message" });
        await field.FillAsync($"@{Screen.BotName} ir");
        await Expect(screen.Page.Locator("#said")).ToHaveTextAsync("Results: 2. Arrow keys choose, Enter sends.");
        await field.PressAsync("ArrowDown");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", "entry0");
        var offered = screen.Page.GetByRole(AriaRole.Listbox, new() { Name = $"Results of @{Screen.BotName}" });
        await Expect(offered.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Iran");
    }

    [SkippableFact]
    public async Task What_comes_while_one_reads_above_does_not_move_the_text()
    {
        await using var screen = await Screen.OpenAsync(browser, pace: PaceOptions.None);
        await screen.StartAsync();
        for (var i = 0; i < 6; i++)
        {
            await screen.SayAsync($"question {i}");
            await Expect(screen.Last).ToContainTextAsync($"You asked: question {i}");
        }
        screen.Bot.Holding = new TaskCompletionSource();
        await screen.SayAsync("one more");
        await Expect(screen.Last).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("one more"));
        await screen.Page.EvaluateAsync("() => document.getElementById('scroll').scrollTo(0, 0)");
        await Expect(screen.Page.Locator("#down")).ToBeVisibleAsync();
        screen.Bot.Holding.SetResult();
        await Expect(screen.Last).ToContainTextAsync("You asked: one more");
        await Expect(screen.Messages.First).ToBeInViewportAsync();
        await screen.ShotAsync("above-light");
        await screen.Page.Locator("#down").ClickAsync();
        await Expect(screen.Last).ToBeInViewportAsync();
        await Expect(screen.Page.Locator("#down")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task A_long_chat_is_drawn_further_up_as_one_scrolls_there()
    {
        await using var screen = await Screen.OpenAsync(browser);
        var (amina, boris) = (screen.Server.People.Everybody[0], screen.Server.People.Everybody[1]);
        var press = screen.Server.People.Places.Single(p => p.Title.StartsWith("Press", StringComparison.Ordinal));
        var first = boris.Say(press, "the very first");
        for (var i = 0; i < 400; i++) (i % 3 == 0 ? amina : boris).Say(press, $"message {i}");
        amina.Say(press, "an answer to it", first.MessageId);
        await screen.OpenChatAsync("Press room");
        await Expect(screen.Last).ToContainTextAsync("an answer to it");
        Assert.InRange(await screen.Messages.CountAsync(), 100, 200);
        await screen.Page.EvaluateAsync("() => document.getElementById('scroll').scrollTo(0, 0)");
        await Expect(screen.Messages.Nth(250)).ToBeAttachedAsync();
        await Expect(screen.Page.GetByText("message 260", new() { Exact = true })).ToBeInViewportAsync();
        await screen.Page.Locator("#down").ClickAsync();
        await screen.Last.Locator(".quote").ClickAsync();
        await Expect(screen.Page.Locator("#messages .text", new() { HasText = "the very first" })).ToBeInViewportAsync();
    }

    private static async Task AssertNothingSticksOutAsync(Screen screen) =>
        Assert.True(await screen.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight && document.getElementById('scroll').scrollWidth <= document.getElementById('scroll').clientWidth"));
}

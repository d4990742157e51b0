using static Microsoft.Playwright.Assertions;

namespace Cica.Playground.Page.Tests;

/// <summary>A private chat, as a newcomer has it.</summary>
[Collection(Groups.Private)]
public sealed class ChatTests(Browser browser)
{
    [SkippableFact]
    public async Task A_newcomer_is_told_what_the_bot_can_do_and_presses_start()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await Expect(screen.Page.Locator("#welcome")).ToContainTextAsync("each with its source");
        await Expect(screen.Page.Locator("#composer")).ToBeHiddenAsync();
        await screen.ShotAsync("start-light");
        await screen.AssertAccessibleAsync();
        await screen.StartAsync();
        await Expect(screen.Page.Locator("#composer")).ToBeVisibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task A_question_is_answered_with_formatting_and_buttons_and_a_follow_up_is_pressed()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        await screen.SayAsync("who chairs CICA?");
        await Expect(screen.Last.Locator(".text strong")).ToHaveTextAsync("Azerbaijan");
        await Expect(screen.Last.Locator("a", new() { HasText = "Report" })).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await screen.ShotAsync("keyboard-light");
        await screen.AssertAccessibleAsync();
        await screen.Button("Who chaired before?").ClickAsync();
        await Expect(screen.Last).ToContainTextAsync("Before that Kazakhstan chaired");
        await screen.Button("Subscribe").ClickAsync();
        await Expect(screen.Page.Locator("#toast")).ToHaveTextAsync("You are subscribed.");
        await screen.Button("Sources").ClickAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Report, 11 March 2026");
        await screen.ShotAsync("alert-light");
        await screen.AssertAccessibleAsync();
        await screen.Page.Keyboard.PressAsync("Escape");
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task A_list_turns_its_pages_in_place()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        await screen.SayAsync("/list");
        await Expect(screen.Last).ToContainTextAsync("1 of 3");
        var count = await screen.Messages.CountAsync();
        await screen.Button("More ›").ClickAsync();
        await Expect(screen.Last).ToContainTextAsync("5. Egypt");
        await Expect(screen.Last).ToContainTextAsync("edited");
        await screen.Button("‹ Back").ClickAsync();
        await Expect(screen.Last).ToContainTextAsync("1. Azerbaijan");
        Assert.Equal(count, await screen.Messages.CountAsync());
        await screen.ShotAsync("list-light");
        await screen.AssertAccessibleAsync();
    }

    [SkippableFact]
    public async Task Markup_somebody_writes_stays_text()
    {
        const string Attack = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>";
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        await screen.SayAsync(Attack);
        await Expect(screen.Last.Locator(".text em")).ToHaveTextAsync(Attack);
        Assert.Equal(0, await screen.Page.Locator("#messages img, #messages script").CountAsync());
        Assert.NotEqual("broken", await screen.Page.TitleAsync());
        await screen.ShotAsync("injection-light");
        await screen.AssertAccessibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task Typing_is_shown_until_the_bot_writes()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        screen.Bot.Holding = new TaskCompletionSource();
        await screen.SayAsync("a hard question");
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("typing…");
        await Expect(screen.Page.Locator("#typing")).ToBeVisibleAsync();
        await screen.ShotAsync("typing-light");
        await screen.AssertAccessibleAsync();
        screen.Bot.Holding.SetResult();
        await Expect(screen.Last).ToContainTextAsync("a hard question");
        await Expect(screen.Page.Locator("#typing")).ToBeHiddenAsync();
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("bot");
    }

    [SkippableFact]
    public async Task The_menu_offers_the_commands_and_sends_the_one_chosen()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        await screen.Page.Locator("#commands").ClickAsync();
        await Expect(screen.Offers).ToHaveCountAsync(4);
        await screen.ShotAsync("commands-light");
        await screen.AssertAccessibleAsync();
        await screen.Page.Keyboard.PressAsync("Escape");
        await screen.Field.FillAsync("/li");
        await screen.Field.PressAsync("ArrowDown");
        await screen.Field.PressAsync("Enter");
        await Expect(screen.Last).ToContainTextAsync("Member states");
    }

    [SkippableFact]
    public async Task A_link_with_a_payload_leads_to_start_with_it()
    {
        await using var screen = await Screen.OpenAsync(browser, "/?start=summit_2026");
        await Expect(screen.Page.Locator("#instead")).ToContainTextAsync("summit_2026");
        await screen.StartAsync();
        await Expect(screen.Last.Locator("code")).ToHaveTextAsync("summit_2026");
        await screen.MenuAsync("Open by link");
        await screen.Page.Locator("#payload").FillAsync("again");
        await screen.ShotAsync("link-light");
        await screen.AssertAccessibleAsync();
        await screen.Page.Keyboard.PressAsync("Enter");
        await screen.Page.Locator("#instead").ClickAsync();
        await Expect(screen.Last.Locator("code")).ToHaveTextAsync("again");
    }

    [SkippableFact]
    public async Task An_own_message_is_answered_and_rewritten()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        await screen.SayAsync("first words");
        await Expect(screen.Last).ToContainTextAsync("You asked");
        await screen.Last.HoverAsync();
        await screen.Last.GetByRole(AriaRole.Button, new() { Name = "Reply" }).ClickAsync();
        await Expect(screen.Page.Locator("#context")).ToContainTextAsync("Reply to CICA");
        await screen.SayAsync("and when?");
        await Expect(screen.Page.Locator("#messages .mine .quote")).ToContainTextAsync("You asked: first words");
        await screen.Field.PressAsync("ArrowUp");
        await Expect(screen.Field).ToHaveValueAsync("and when?");
        await screen.SayAsync("and where?");
        await Expect(screen.Page.Locator("#messages .mine").Last).ToContainTextAsync("edited");
        await screen.ShotAsync("reply-light");
        await screen.AssertAccessibleAsync();
    }

    [SkippableFact]
    public async Task Pictures_are_shown_and_documents_can_be_kept()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        await screen.SayAsync("/picture");
        await Expect(screen.Page.Locator("#messages .file")).ToContainTextAsync("summit.ics");
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('#messages img')?.naturalWidth === 320");
        await screen.Page.SetInputFilesAsync("#file", new FilePayload { Name = "mine.png", MimeType = "image/png", Buffer = Picture.Png(200, 120) });
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('#messages .mine img')?.naturalWidth === 200");
        await screen.ShotAsync("files-light");
        await screen.AssertAccessibleAsync();
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Page.Locator("#messages .file").ClickAsync());
        Assert.Equal("summit.ics", download.SuggestedFilename);
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task Times_stand_in_the_zone_of_the_browser_and_in_the_language_of_the_app()
    {
        await using var screen = await Screen.OpenAsync(browser, zone: "Asia/Almaty");
        await screen.StartAsync();
        await screen.SayAsync("/subscribe");
        // 1799193600 is 2027-01-06T00:00:00Z.
        await Expect(screen.Last.Locator(".text time")).ToHaveTextAsync("Wednesday, 6 January 2027 at 05:00:00");
        await screen.Page.Locator("#language").SelectOptionAsync("ru");
        await Expect(screen.Last.Locator(".text time")).ToContainTextAsync("6 января 2027");
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("бот");
        await screen.Page.Locator("#commands").ClickAsync();
        await Expect(screen.Offers.First).ToContainTextAsync("Что я умею");
        await screen.ShotAsync("russian-light");
        await screen.AssertAccessibleAsync();
    }

    [SkippableFact]
    public async Task Whoever_blocks_the_bot_can_unblock_it()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        await screen.MenuAsync("Block the bot");
        await Expect(screen.Page.Locator("#instead")).ToHaveTextAsync("Unblock the bot");
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("bot, blocked by you");
        await screen.ShotAsync("blocked-light");
        await screen.AssertAccessibleAsync();
        await screen.Page.Locator("#instead").ClickAsync();
        await screen.SayAsync("are you there?");
        await Expect(screen.Last).ToContainTextAsync("You asked: are you there?");
    }
}

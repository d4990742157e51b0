using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Cica.Playground.Page.Tests;

/// <summary>
/// The real bot on the page: what a newcomer does in the first minutes. One bot serves all, on one clock; each test has a
/// chat of its own, and none needs another.
/// </summary>
[Collection(Groups.Real)]
public sealed partial class RealBotTests(Browser browser, RealBot bot) : IClassFixture<RealBot>
{
    private static readonly string[] Months = ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    [SkippableFact]
    public async Task A_newcomer_asks_follows_up_turns_pages_and_blocks_and_unblocks()
    {
        Skip.If(browser.Missing is not null, browser.Missing);
        await using var screen = await Screen.OpenAtAsync(browser, bot.Url);
        await Expect(screen.Page.Locator("#welcome")).ToContainTextAsync("CICA");
        await screen.ShotAsync("real-welcome");
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
        await Expect(screen.Last).ToHaveAttributeAsync("data-bot", "true");
        Assert.Equal(0, await screen.Page.Locator("#messages img").CountAsync());
        await screen.ShotAsync("real-injection");
        await screen.SayAsync("/sources");
        var pages = screen.Last.GetByRole(AriaRole.Button, new() { Name = "→" });
        await Expect(pages).ToBeVisibleAsync();
        var (count, first) = (await screen.Messages.CountAsync(), await screen.Last.Locator(".text").InnerTextAsync());
        await pages.ClickAsync();
        await Expect(screen.Last).ToContainTextAsync("edited");
        await Expect(screen.Last.Locator(".text")).Not.ToHaveTextAsync(first);
        Assert.Equal(count, await screen.Messages.CountAsync());
        await screen.ShotAsync("real-pages");
        await screen.AssertAccessibleAsync();
        await screen.MenuAsync("Block the bot");
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("bot, blocked by you");
        await screen.Page.Locator("#instead").ClickAsync();
        await screen.SayAsync("how many member states are there?");
        await Expect(screen.Last).ToContainTextAsync("28");
        await screen.AssertAccessibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task A_reminder_chosen_by_buttons_comes_at_the_moment_told_and_again_after_a_block()
    {
        Skip.If(browser.Missing is not null, browser.Missing);
        await using var screen = await Screen.OpenAtAsync(browser, bot.Url);
        await screen.BecomeAsync("Борис");
        await screen.Page.Locator("#instead").ClickAsync();
        await Expect(screen.Last.Locator(".key").First).ToBeVisibleAsync();
        await screen.SayAsync("/subscribe");
        await Expect(screen.Button("Годовщины")).ToBeVisibleAsync();
        await screen.ShotAsync("real-subscribe");
        await screen.Button("Годовщины").ClickAsync();
        var confirmed = screen.Messages.Filter(new() { HasText = "Напоминания включены" });
        await Expect(confirmed).ToBeVisibleAsync();
        await screen.ShotAsync("real-subscribed");
        var (moment, title) = await NextAsync(confirmed);
        await screen.JumpToAsync(moment);
        await Expect(screen.Last).ToContainTextAsync("🔔");
        await Expect(screen.Last).ToContainTextAsync(title);
        await screen.ShotAsync("real-reminder");
        await screen.AssertAccessibleAsync();

        await screen.MenuAsync("Заблокировать бота");
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("бот, вы его заблокировали");
        await screen.ShotAsync("real-blocked");
        await screen.Page.Locator("#instead").ClickAsync();
        await screen.SayAsync("/subscriptions");
        await Expect(screen.Last).ToContainTextAsync("годовщины СВМДА");
        (moment, title) = await NextAsync(screen.Last);
        await screen.JumpToAsync(moment);
        await Expect(screen.Last).ToContainTextAsync("🔔");
        await Expect(screen.Last).ToContainTextAsync(title);
        await screen.SayAsync("/calendar годовщины");
        await Expect(screen.Last.Locator(".file")).ToContainTextAsync(".ics");
        await screen.ShotAsync("real-calendar");
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
        await Expect(screen.Page.Locator("#people [aria-pressed=true]")).ToContainTextAsync("Борис");
        await screen.SayAsync($"сколько государств в СВМДА, @{Screen.BotName}?");
        await Expect(screen.Last).ToContainTextAsync("28");
        await screen.Field.FillAsync($"@{Screen.BotName} шестой саммит");
        await Expect(screen.Offers).Not.ToHaveCountAsync(0);
        await screen.ShotAsync("real-cards");
        await screen.Field.PressAsync("ArrowDown");
        await screen.Field.PressAsync("Enter");
        await Expect(screen.Last).ToContainTextAsync($"@{Screen.BotName}");
        await Expect(screen.Last).ToContainTextAsync("Источник:");
        await screen.ShotAsync("real-group");
        await screen.AssertAccessibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task In_a_topic_it_answers_there_also_after_its_clock_was_put_forward()
    {
        Skip.If(browser.Missing is not null, browser.Missing);
        await using var screen = await Screen.OpenAtAsync(browser, bot.Url, isPhone: true, isDark: true);
        await screen.Page.Locator("#back").ClickAsync();
        await screen.OpenChatAsync("Forum");
        await screen.Page.Locator("#developer").ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "+1 week" }).ClickAsync();
        await Expect(screen.Page.Locator("#ahead")).ToContainTextAsync("d");
        await screen.Page.Locator("#panel-close").ClickAsync();
        var topics = screen.Page.Locator("#topics");
        await topics.GetByRole(AriaRole.Button, new() { Name = "Summit" }).ClickAsync();
        await screen.SayAsync($"who hosted the first summit, @{Screen.BotName}?");
        await Expect(screen.Last).ToContainTextAsync("Kazakhstan");
        await screen.ShotAsync("real-topic-phone-dark");
        await screen.AssertAccessibleAsync();
        await screen.Page.Locator("#developer").ClickAsync();
        await Expect(screen.Page.Locator("#calls")).ToContainTextAsync("sendMessage");
        await screen.ShotAsync("real-panel-phone-dark");
        await screen.Page.Locator("#panel-close").ClickAsync();
        await topics.GetByRole(AriaRole.Button, new() { Name = "General" }).ClickAsync();
        await Expect(screen.Page.Locator("#messages")).Not.ToContainTextAsync("who hosted the first summit");
        Assert.Empty(screen.Errors);
    }

    // The first line of what comes next: "• 29 ноября 2026 года, 09:00 (UTC): за неделю, …".
    private static async Task<(string Moment, string Title)> NextAsync(ILocator message)
    {
        var text = await message.Locator(".text").InnerTextAsync();
        var next = Next().Match(text);
        Assert.True(next.Success, text);
        string Of(string name) => next.Groups[name].Value;
        var month = 1 + Array.FindIndex(Months, m => Of("month").StartsWith(m, StringComparison.Ordinal));
        return ($"{Of("year")}-{month:00}-{Of("day").PadLeft(2, '0')}T{Of("time")}", Of("title"));
    }

    [GeneratedRegex(@"• (?<day>\d+) (?<month>\p{L}+) (?<year>\d{4}) года, (?<time>\d\d:\d\d) \(UTC\): [^,\n]+, (?<title>[^\n]+)")]
    private static partial Regex Next();
}

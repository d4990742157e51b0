using Telegram.Bot;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using static Microsoft.Playwright.Assertions;

namespace Cica.Playground.Page.Tests;

/// <summary>What a bot may send, beyond what the small bot does by itself.</summary>
[Collection(Groups.Looks)]
public sealed class MarksTests(Browser browser)
{
    private const string Marked =
        "<b>bold <i>and italic</i></b>, <u>underlined</u>, <s>struck</s>, <code>code</code>, <tg-spoiler>hidden words</tg-spoiler>\n" +
        "<pre><code class=\"language-csharp\">var answer = &lt;none&gt;;</code></pre>" +
        "<a href=\"https://www.s-cica.org/index.php?a=1&amp;b=2\">a link</a>, https://example.org, a@example.org, @amina, #summit, /list\n" +
        "<a href=\"https://t.me/cica_bot?start=from_link\">a link to the bot</a>\n<blockquote>a quotation</blockquote>the end";

    [SkippableFact]
    public async Task Every_mark_is_shown_as_what_it_is()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        using var http = new HttpClient();
        var client = Client(screen, http);
        await client.SendMessage(screen.Server.People.Everybody[0].Id, Marked, ParseMode.Html);
        var text = screen.Last.Locator(".text");
        await Expect(text.Locator("strong")).ToHaveTextAsync("bold and italic");
        await Expect(text.Locator("strong em")).ToHaveTextAsync("and italic");
        await Expect(text.Locator("u")).ToHaveTextAsync("underlined");
        await Expect(text.Locator("s")).ToHaveTextAsync("struck");
        await Expect(text.Locator("pre")).ToHaveTextAsync("var answer = <none>;");
        await Expect(text.GetByRole(AriaRole.Link, new() { Name = "a link", Exact = true })).ToHaveAttributeAsync("href", "https://www.s-cica.org/index.php?a=1&b=2");
        await Expect(text.GetByRole(AriaRole.Link, new() { Name = "a@example.org" })).ToHaveAttributeAsync("href", "mailto:a@example.org");
        await Expect(text.Locator("blockquote")).ToHaveTextAsync("a quotation");
        await Expect(text.Locator(".spoiler > span")).ToBeHiddenAsync();
        await screen.ShotAsync("marks-light");
        await screen.AssertAccessibleAsync();
        await text.Locator(".spoiler").ClickAsync();
        await Expect(text.Locator(".spoiler > span")).ToBeVisibleAsync();
        await text.GetByRole(AriaRole.Button, new() { Name = "a link to the bot" }).ClickAsync();
        await Expect(screen.Page.Locator("#instead")).ToContainTextAsync("from_link");
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task What_the_bot_deletes_is_gone_and_a_keyboard_it_takes_away_too()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        using var http = new HttpClient();
        var client = Client(screen, http);
        var person = screen.Server.People.Everybody[0].Id;
        var sent = await client.SendMessage(person, "for a moment", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Press", "x")));
        await Expect(screen.Button("Press")).ToBeVisibleAsync();
        await client.EditMessageReplyMarkup(person, sent.Id, null);
        await Expect(screen.Button("Press")).ToHaveCountAsync(0);
        await client.DeleteMessage(person, sent.Id);
        await Expect(screen.Page.Locator("#messages")).Not.ToContainTextAsync("for a moment");
    }

    [SkippableFact]
    public async Task A_keyboard_under_the_field_writes_for_the_person()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        using var http = new HttpClient();
        var client = Client(screen, http);
        await client.SendMessage(screen.Server.People.Everybody[0].Id, "choose", replyMarkup: new ReplyKeyboardMarkup([[new KeyboardButton("one"), new KeyboardButton("two")]]) { ResizeKeyboard = true });
        await screen.Page.Locator("#keyboard").GetByRole(AriaRole.Button, new() { Name = "two" }).ClickAsync();
        await Expect(screen.Last).ToContainTextAsync("You asked: two");
        await screen.ShotAsync("reply-keyboard-light");
        await screen.AssertAccessibleAsync();
    }

    [SkippableFact]
    public async Task A_tap_nobody_answers_ends_with_a_word_on_it()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        screen.Server.People.Waits.Patience = TimeSpan.FromMilliseconds(100);
        screen.Server.Faults.Order(Faults.Fault.Refused(400, "Bad Request: query is too old") with { Method = "answerCallbackQuery" });
        await screen.SayAsync("who chairs?");
        await screen.Button("Sources").ClickAsync();
        await Expect(screen.Page.Locator("#toast")).ToHaveTextAsync("The bot did not answer.");
        await screen.ShotAsync("no-answer-light");
        await screen.AssertAccessibleAsync();
        await Expect(screen.Page.Locator(".key.busy")).ToHaveCountAsync(0);
    }

    private static TelegramBotClient Client(Screen screen, HttpClient http) => new(new TelegramBotClientOptions(screen.Server.Token, screen.Server.Url.ToString()), http);
}

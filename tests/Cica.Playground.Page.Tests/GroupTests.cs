using static Microsoft.Playwright.Assertions;

namespace Cica.Playground.Page.Tests;

/// <summary>Two people, a group with the bot and one without it.</summary>
[Collection(Groups.Shared)]
public sealed class GroupTests(Browser browser)
{
    private const string Delegates = "Delegates";
    private const string Press = "Press room";

    [SkippableFact]
    public async Task In_a_group_the_bot_answers_when_named_or_answered_and_is_silent_otherwise()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.OpenChatAsync(Delegates);
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("members: 3 · the bot is in");
        await screen.SayAsync("good morning");
        await screen.SayAsync($"who chairs, @{Screen.BotName}?");
        await Expect(screen.Last).ToContainTextAsync("You asked: who chairs");
        await screen.Last.HoverAsync();
        await screen.Last.GetByRole(AriaRole.Button, new() { Name = "Reply" }).ClickAsync();
        await screen.SayAsync("and before that?");
        await Expect(screen.Last).ToContainTextAsync("You asked: and before that?");
        await Expect(screen.Page.Locator("#messages [data-bot]")).ToHaveCountAsync(2);
        await Expect(screen.Page.Locator("#messages")).Not.ToContainTextAsync("You asked: good morning");
        await screen.BecomeAsync("Борис");
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("участников: 3 · бот в группе");
        await screen.SayAsync("спасибо");
        await Expect(screen.Page.Locator("#messages .who", new() { HasText = "Amina" })).Not.ToHaveCountAsync(0);
        await screen.ShotAsync("group-light");
        await screen.AssertAccessibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task What_one_person_has_not_read_is_counted_for_the_other()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.OpenChatAsync(Delegates);
        await screen.SayAsync("good morning");
        await Expect(screen.Page.Locator("#people .person", new() { HasText = "Борис" }).Locator(".count")).ToContainTextAsync("1");
        await screen.BecomeAsync("Борис");
        await Expect(screen.Last).ToContainTextAsync("good morning");
        await Expect(screen.Page.Locator(".count")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Whoever_changes_the_person_and_the_chat_at_once_gets_both()
    {
        await using var screen = await Screen.OpenAsync(browser);
        // Faster than any answer of the server: both in one go of the browser.
        var isFieldShut = await screen.Page.EvaluateAsync<bool>("""
            () => {
              const by = (list, name) => [...document.querySelectorAll(list)].find(b => b.textContent.includes(name));
              by('#people .person', 'Борис').click();
              by('#chats .chat', 'Delegates').click();
              return document.getElementById('text').disabled;
            }
            """);
        Assert.True(isFieldShut);
        await screen.SayAsync("здравствуйте");
        await Expect(screen.Last).ToContainTextAsync("здравствуйте");
        await Expect(screen.Page.Locator("#people [aria-pressed=true]")).ToContainTextAsync("Борис");
        await Expect(screen.Page.Locator("#title")).ToContainTextAsync(Delegates);
        var said = screen.Server.People.Places.Single(p => p.Title.StartsWith(Delegates, StringComparison.Ordinal)).Transcript[^1];
        Assert.Equal("здравствуйте", said.Text);
    }

    [SkippableFact]
    public async Task Inline_results_come_as_one_types_and_the_card_chosen_is_sent()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.OpenChatAsync(Press);
        await screen.Field.FillAsync("@");
        await screen.Field.PressAsync("ArrowDown");
        await screen.Field.PressAsync("Enter");
        await Expect(screen.Field).ToHaveValueAsync($"@{Screen.BotName} ");
        await Expect(screen.Offers).ToHaveCountAsync(12);
        await screen.Field.PressSequentiallyAsync("ir");
        await Expect(screen.Offers).ToHaveCountAsync(2);
        await screen.Field.PressAsync("ArrowDown");
        await screen.Field.PressAsync("ArrowDown");
        await screen.ShotAsync("inline-light");
        await screen.AssertAccessibleAsync();
        await screen.Field.PressAsync("Enter");
        await Expect(screen.Last).ToContainTextAsync("Iraq is a member state of CICA");
        await Expect(screen.Last).ToContainTextAsync($"via @{Screen.BotName}");
        await Expect(screen.Field).ToHaveValueAsync("");
        await Expect(screen.Offers).ToHaveCountAsync(0);
        await screen.ShotAsync("inline-sent-light");
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task The_button_above_inline_results_leads_to_the_private_chat()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.OpenChatAsync(Delegates);
        await screen.Field.FillAsync($"@{Screen.BotName} kuw");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Ask me in private" }).ClickAsync();
        await Expect(screen.Page.Locator("#instead")).ToHaveTextAsync("Start with “inline”");
        await Expect(screen.Page.Locator("#instead")).ToBeFocusedAsync();
        await screen.StartAsync();
        await Expect(screen.Last.Locator("code")).ToHaveTextAsync("inline");
    }

    [SkippableFact]
    public async Task A_button_asks_inline_in_a_chat_one_chooses()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.StartAsync();
        await screen.SayAsync("who chairs?");
        await screen.Button("Ask in a group").ClickAsync();
        await screen.ShotAsync("choose-chat-light");
        await screen.AssertAccessibleAsync();
        var face = await screen.Page.Locator("#chats .chat .face").First.GetAttributeAsync("class");
        await Expect(screen.Page.GetByRole(AriaRole.Dialog).Locator(".face").First).ToHaveAttributeAsync("class", face!);
        await screen.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = Delegates }).ClickAsync();
        await Expect(screen.Page.Locator("#title")).ToContainTextAsync(Delegates);
        await Expect(screen.Field).ToHaveValueAsync($"@{Screen.BotName} chair");
    }

    [SkippableFact]
    public async Task In_a_group_with_topics_what_is_written_and_answered_stays_in_its_topic()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.OpenChatAsync("Forum");
        var topics = screen.Page.Locator("#topics");
        await topics.GetByRole(AriaRole.Button, new() { Name = "Summit" }).ClickAsync();
        await screen.SayAsync($"who chairs, @{Screen.BotName}?");
        await Expect(screen.Last).ToContainTextAsync("You asked: who chairs");
        await screen.Field.FillAsync($"@{Screen.BotName} kuw");
        await Expect(screen.Offers).ToHaveCountAsync(1);
        await screen.Offers.First.ClickAsync();
        await Expect(screen.Last).ToContainTextAsync("Kuwait");
        await screen.Page.SetInputFilesAsync("#file", new FilePayload { Name = "programme.txt", MimeType = "text/plain", Buffer = [65] });
        await Expect(screen.Last).ToContainTextAsync("programme.txt");
        await screen.ShotAsync("topics-light");
        await screen.AssertAccessibleAsync();
        await topics.GetByRole(AriaRole.Button, new() { Name = "General" }).ClickAsync();
        await Expect(screen.Page.Locator("#messages")).Not.ToContainTextAsync("who chairs");
        await screen.SayAsync($"and here, @{Screen.BotName}?");
        await Expect(screen.Last).ToContainTextAsync("You asked: and here");
        await Expect(screen.Page.Locator("#messages")).Not.ToContainTextAsync("programme.txt");
        var forum = screen.Server.People.Places.Single(p => p.Title.StartsWith("Forum", StringComparison.Ordinal));
        Assert.NotNull(forum.FromBot[0].Topic);
        Assert.Null(forum.FromBot[1].Topic);
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task In_a_channel_administrators_write_and_others_read()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.OpenChatAsync("News");
        await screen.SayAsync("the summit is put off");
        await Expect(screen.Last).ToContainTextAsync("the summit is put off");
        await screen.BecomeAsync("Борис");
        await Expect(screen.Last).ToContainTextAsync("the summit is put off");
        await Expect(screen.Page.Locator("#instead")).ToHaveTextAsync("Здесь пишут только администраторы");
        await Expect(screen.Page.Locator("#instead")).ToBeDisabledAsync();
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("подписчиков: 3 · бот — администратор");
        // A channel bears one face wherever it is seen.
        var face = await screen.Page.Locator("#face").GetAttributeAsync("class");
        await Expect(screen.Last.Locator(".face")).ToHaveAttributeAsync("class", face!);
        await Expect(screen.Page.Locator("#chats [aria-current] .last")).ToHaveTextAsync("the summit is put off");
        await screen.ShotAsync("channel-light");
        await screen.AssertAccessibleAsync();
        Assert.Empty(screen.Errors);
    }

    [SkippableFact]
    public async Task Whoever_leaves_may_join_again_and_the_bot_may_be_removed_and_added()
    {
        await using var screen = await Screen.OpenAsync(browser);
        await screen.OpenChatAsync(Delegates);
        await screen.MenuAsync("Remove the bot");
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("members: 2 · the bot is not in");
        await screen.MenuAsync("Add the bot");
        await Expect(screen.Page.Locator("#under")).ToHaveTextAsync("members: 3 · the bot is in");
        await screen.MenuAsync("Leave the group");
        await Expect(screen.Page.Locator("#instead")).ToHaveTextAsync("Join the group");
        await screen.ShotAsync("left-light");
        await screen.AssertAccessibleAsync();
        await screen.Page.Locator("#instead").ClickAsync();
        await screen.SayAsync("back again");
        await Expect(screen.Last).ToContainTextAsync("back again");
        await Expect(screen.Page.Locator("#messages .service").Last).ToHaveTextAsync("Amina joined");
    }
}

using Cica.Playground.People;
using Telegram.Bot;
using Telegram.Bot.Types.ReplyMarkups;

namespace Cica.Playground.Tests.People;

public sealed class PeopleTests
{
    [Fact]
    public async Task The_transcript_reads_as_a_person_sees_the_chat()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        var asked = ann.Say("who chairs?");
        await bench.Client.SendMessage(ann.Id, "Azerbaijan\nSource: Report", replyParameters: asked.MessageId,
            replyMarkup: new InlineKeyboardMarkup([[InlineKeyboardButton.WithCallbackData("Before?", "b"), InlineKeyboardButton.WithCallbackData("Sources", "s")]]));
        Assert.Equal("Ann: who chairs?\nPlayground Bot (answering 1): Azerbaijan\nSource: Report\n  [Before?] [Sources]", ann.Private.TranscriptText);
    }

    [Fact]
    public async Task Waiting_for_the_bot_ends_when_it_writes_and_fails_when_it_does_not()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        var waiting = ann.Private.NextFromBotAsync();
        Assert.False(waiting.IsCompleted);
        await bench.Client.SendMessage(ann.Id, "here");
        var line = await waiting;
        Assert.Equal("here", line.Text);
        bench.Server.People.Waits.Patience = TimeSpan.FromMilliseconds(20);
        var failed = await Assert.ThrowsAsync<TimeoutException>(() => ann.Private.NextFromBotAsync(after: line.MessageId));
        Assert.Contains("Ann", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_and_a_sticker_reach_the_bot_as_what_they_are()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        ann.SendVoice(ann.Private, [1, 2, 3]);
        ann.SendSticker(ann.Private, "👍");
        var updates = await bench.Client.GetUpdates();
        Assert.Equal(("audio/ogg", 3), (updates[0].Message!.Voice!.MimeType, updates[0].Message!.Voice!.FileSize));
        Assert.Equal("👍", updates[1].Message!.Sticker!.Emoji);
        Assert.Equal("Ann: <voice> \nAnn: <sticker 👍> ", ann.Private.TranscriptText);
        Assert.EndsWith(".oga", (await bench.Client.GetFile(updates[0].Message!.Voice!.FileId)).FilePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_ends_as_cancelled()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        using var cancel = new CancellationTokenSource();
        var waiting = ann.Private.NextFromBotAsync(cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("ж")]
    public async Task A_start_payload_has_1_to_64_of_the_allowed_characters(string payload)
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        Assert.Throws<ArgumentException>(() => ann.Start(payload));
        Assert.Throws<ArgumentException>(() => ann.Start(new string('a', 65)));
        Assert.Equal("/start " + new string('a', 64), ann.Start(new string('a', 64)).Text);
    }

    [Fact]
    public async Task A_person_cannot_do_what_the_app_would_not_let_them()
    {
        await using var bench = await Bench.OpenAsync();
        var (ann, boris) = (bench.Server.People.NewPerson("Ann"), bench.Server.People.NewPerson("Boris"));
        var group = bench.Server.People.NewGroup("Delegates", ann);
        var channel = bench.Server.People.NewChannel("News", ann);
        var said = ann.Say(group, "mine");
        Assert.Throws<InvalidOperationException>(() => boris.Say(group, "not a member"));
        Assert.Throws<InvalidOperationException>(() => boris.Say(channel, "not an administrator"));
        Assert.Throws<InvalidOperationException>(() => boris.Say(ann.Private, "not mine"));
        Assert.Throws<InvalidOperationException>(() => boris.Edit(group, said.MessageId, "not mine"));
        Assert.Throws<InvalidOperationException>(() => ann.Tap(group, said.MessageId, "no button"));
        Assert.Throws<ArgumentException>(() => ann.Say(" "));
        Assert.Throws<ArgumentException>(() => ann.Say(new string('a', 4097)));
        ann.Start();
        ann.Block();
        Assert.Throws<InvalidOperationException>(() => ann.Say("blocked"));
    }

    [Fact]
    public async Task A_button_that_the_app_handles_itself_sends_nothing_to_the_bot()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        var sent = await bench.Client.SendMessage(ann.Id, "x", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithUrl("Site", "https://example.org")));
        Assert.Throws<InvalidOperationException>(() => ann.Tap(ann.Private, sent.Id, "Site"));
        Assert.Equal(1, bench.Server.People.PendingUpdates);
    }

    [Fact]
    public async Task A_reply_keyboard_stays_until_it_is_removed()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        await bench.Client.SendMessage(ann.Id, "x", replyMarkup: new ReplyKeyboardMarkup("Yes"));
        Assert.Contains("Yes", ann.Private.ReplyKeyboard, StringComparison.Ordinal);
        await bench.Client.SendMessage(ann.Id, "x", replyMarkup: new ReplyKeyboardRemove());
        Assert.Null(ann.Private.ReplyKeyboard);
    }

    [Fact]
    public async Task A_tap_the_bot_never_answers_goes_on_spinning()
    {
        await using var bench = await Bench.OpenAsync();
        bench.Server.People.Waits.Patience = TimeSpan.FromMilliseconds(20);
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        var sent = await bench.Client.SendMessage(ann.Id, "x", replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("a", "b")));
        var tap = ann.Tap(ann.Private, sent.Id, "a");
        await Assert.ThrowsAsync<TimeoutException>(() => tap.AnswerAsync());
        Assert.False(tap.IsAnswered);
    }

    [Fact]
    public async Task People_join_leave_rise_and_are_removed()
    {
        await using var bench = await Bench.OpenAsync();
        var (ann, boris) = (bench.Server.People.NewPerson("Ann"), bench.Server.People.NewPerson("Boris"));
        var group = bench.Server.People.NewSupergroup("Delegations", ann);
        Assert.Equal("creator", group.StatusOf(ann));
        boris.Join(group);
        Assert.Equal("member", group.StatusOf(boris));
        group.Promote(boris, ann, anonymous: true);
        Assert.Equal("Delegations", group.Transcript[^1] is { } before && boris.Say(group, "official").MessageId > before.MessageId ? group.Transcript[^1].Sender : "");
        group.Demote(boris, ann);
        group.Kick(boris, ann);
        Assert.Equal("kicked", group.StatusOf(boris));
        group.Add(boris, ann);
        boris.Leave(group);
        Assert.Equal("left", group.StatusOf(boris));
        Assert.Equal(["created the chat", "Boris joined", "official", "Boris left", "Boris joined", "Boris left"], group.Transcript.Select(l => l.Text));
    }

    [Fact]
    public async Task What_the_bot_posts_in_a_channel_is_its_own_though_it_stands_in_the_channels_name()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        var channel = bench.Server.People.NewChannel("News", ann);
        channel.PromoteBot(ann);
        await bench.Client.SendMessage(channel.Id, "a summit");
        Assert.Equal("News: a summit", (await channel.NextFromBotAsync()).ToString());
    }

    [Fact]
    public async Task A_playground_started_again_uses_no_id_a_second_time()
    {
        var seen = new HashSet<string>();
        var start = new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.Zero);
        for (var run = 0; run < 2; run++)
        {
            var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(start.AddMinutes(run));
            await using var bench = await Bench.OpenAsync(o => o with { Clock = clock });
            var ann = bench.Server.People.NewPerson("Ann");
            ann.Start();
            ann.TypeInline(ann.Private, "x");
            foreach (var update in await bench.Client.GetUpdates(timeout: 0))
                Assert.True(seen.Add(update.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) && (update.InlineQuery is null || seen.Add(update.InlineQuery.Id)));
        }
        Assert.Equal(6, seen.Count);
    }

    [Fact]
    public async Task Everybody_and_every_place_can_be_found_again()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        var group = bench.Server.People.NewGroup("Delegates", ann);
        Assert.Equal([ann.Id], bench.Server.People.Everybody.Select(p => p.Id));
        Assert.Equal([ann.Id, group.Id], bench.Server.People.Places.Select(p => p.Id));
        Assert.Equal("Delegates", bench.Server.People.Place(group.Id).Title);
        Assert.Throws<ArgumentException>(() => bench.Server.People.Person(5));
    }
}

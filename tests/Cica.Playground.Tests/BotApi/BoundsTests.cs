using Telegram.Bot;

namespace Cica.Playground.Tests.BotApi;

public sealed class BoundsTests
{
    [Fact]
    public async Task A_chat_keeps_its_latest_messages_and_all_chats_together_theirs()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Pace = PaceOptions.None, Bounds = new BoundsOptions { MessagesPerChat = 5, Messages = 8 } });
        var (ann, boris) = (bench.Server.People.NewPerson("Ann"), bench.Server.People.NewPerson("Boris"));
        for (var i = 0; i < 10; i++) ann.Say("a" + i);
        Assert.Equal(["a5", "a6", "a7", "a8", "a9"], ann.Private.Transcript.Select(l => l.Text));
        for (var i = 0; i < 5; i++) boris.Say("b" + i);
        Assert.Equal(["a7", "a8", "a9"], ann.Private.Transcript.Select(l => l.Text));
        Assert.Equal(5, boris.Private.Transcript.Count);
    }

    [Fact]
    public async Task Of_updates_nobody_fetches_the_oldest_go()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Bounds = new BoundsOptions { PendingUpdates = 3 } });
        var ann = bench.Server.People.NewPerson("Ann");
        for (var i = 0; i < 10; i++) ann.Say("a" + i);
        Assert.Equal(["a7", "a8", "a9"], (await bench.Client.GetUpdates(timeout: 0)).Select(u => u.Message!.Text));
    }

    [Fact]
    public async Task Updates_are_kept_for_24_hours()
    {
        await using var bench = await Bench.OpenAsync();
        bench.Server.People.NewPerson("Ann").Say("old");
        bench.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Single(await bench.Client.GetUpdates(timeout: 0));
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await bench.Client.GetUpdates(timeout: 0));
    }

    [Fact]
    public async Task Calls_and_files_are_kept_within_their_bounds()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Bounds = new BoundsOptions { Calls = 2, FileBytes = 10 } });
        var ann = bench.Server.People.NewPerson("Ann");
        var first = ann.SendDocument(ann.Private, "1.txt", new byte[6]).Document!;
        var second = ann.SendDocument(ann.Private, "2.txt", new byte[6]).Document!;
        await Assert.ThrowsAsync<Telegram.Bot.Exceptions.ApiRequestException>(() => bench.Client.GetFile(first.FileId));
        await bench.Client.GetFile(second.FileId);
        await bench.Client.GetMe();
        Assert.Equal(["getFile", "getMe"], bench.Server.Calls.All.Select(c => c.Method));
        Assert.Equal(3, bench.Server.Calls.Total);
    }

    [Fact]
    public async Task One_person_too_many_is_refused_in_clear_words()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Bounds = new BoundsOptions { Chats = 2 } });
        for (var i = 0; i < 2; i++) bench.Server.People.NewPerson("P" + i);
        var refused = Assert.Throws<InvalidOperationException>(() => bench.Server.People.NewPerson("One more"));
        Assert.Contains("2 people", refused.Message, StringComparison.Ordinal);
    }
}

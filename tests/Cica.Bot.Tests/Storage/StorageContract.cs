using System.Text;
using Cica.Bot.Storage;

namespace Cica.Bot.Tests.Storage;

/// <summary>What every storage promises, whatever it is made of. A new one gets a subclass and nothing else.</summary>
public abstract partial class StorageContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero);
    private static readonly Lease Mine = new("me", Noon.AddMinutes(5));

    protected IStorage Storage { get; private set; } = null!;

    public async Task InitializeAsync() => Storage = await OpenAsync();

    public abstract Task DisposeAsync();

    /// <summary>Opens the storage, empty.</summary>
    protected abstract Task<IStorage> OpenAsync();

    /// <summary>Closes it and opens it again, as after a restart.</summary>
    protected abstract Task<IStorage> ReopenAsync();

    [Fact]
    public async Task A_chat_nobody_chose_anything_in_has_the_defaults() => Assert.Equal(new ChatState(5), await Storage.GetChatAsync(5, default));

    [Fact]
    public async Task What_was_chosen_in_a_chat_lasts()
    {
        await Storage.SetLanguageAsync(5, "ru", default);
        await Storage.SetZoneAsync(5, "Asia/Almaty", default);
        await Storage.SwitchOffAsync(-7, Noon.ToOffset(TimeSpan.FromHours(6)), default);
        Assert.Equal(new ChatState(5) { Language = "ru", Zone = "Asia/Almaty" }, await Storage.GetChatAsync(5, default));
        await AgainAsync();
        Assert.Equal(new ChatState(5) { Language = "ru", Zone = "Asia/Almaty" }, await Storage.GetChatAsync(5, default));
        var off = (await Storage.GetChatAsync(-7, default)).OffSince;
        Assert.Equal(Noon, off);
        Assert.Equal(TimeSpan.Zero, off!.Value.Offset);
    }

    [Fact]
    public async Task A_choice_can_be_taken_back()
    {
        await Storage.SetLanguageAsync(5, "ru", default);
        await Storage.SetLanguageAsync(5, null, default);
        await Storage.SwitchOffAsync(6, Noon, default);
        await Storage.SwitchOnAsync(6, default);
        await AgainAsync();
        Assert.Equal(new ChatState(5), await Storage.GetChatAsync(5, default));
        Assert.Equal(new ChatState(6), await Storage.GetChatAsync(6, default));
    }

    [Fact]
    public async Task Changes_made_at_once_to_one_chat_are_all_kept()
    {
        await Task.WhenAll(Storage.SetLanguageAsync(5, "ru", default).AsTask(), Storage.SetZoneAsync(5, "Asia/Baku", default).AsTask(), Storage.SwitchOffAsync(5, Noon, default).AsTask());
        Assert.Equal(new ChatState(5) { Language = "ru", Zone = "Asia/Baku", OffSince = Noon }, await Storage.GetChatAsync(5, default));
    }

    [Fact]
    public async Task A_chat_that_moves_takes_its_choices_along_and_keeps_newer_ones()
    {
        await Storage.SetLanguageAsync(-5, "ru", default);
        await Storage.SetZoneAsync(-5, "Asia/Baku", default);
        await Storage.SetZoneAsync(-1005, "Asia/Almaty", default);
        await Storage.MoveChatAsync(-5, -1005, default);
        await Storage.MoveChatAsync(-5, -1005, default);
        await Storage.MoveChatAsync(-99, -1099, default);
        await AgainAsync();
        Assert.Equal(new ChatState(-5), await Storage.GetChatAsync(-5, default));
        Assert.Equal(new ChatState(-1005) { Language = "ru", Zone = "Asia/Almaty" }, await Storage.GetChatAsync(-1005, default));
    }

    [Fact]
    public async Task What_is_owed_lasts_until_it_is_settled_and_comes_back_in_order()
    {
        await Storage.KeepAsync([Calls(12), Calls(3)], Mine, default);
        await Storage.KeepAsync([Raw(7), Calls(9)], Mine, default);
        await Storage.SettleAsync([9, 1234], default);
        await AgainAsync();
        var owed = await Storage.ClaimAsync(Mine, Mine.Until, default);
        Assert.Equal([3L, 7, 12], owed.Select(o => o.UpdateId));
        Assert.Equal("""{"text":" <b>&\u0000"}""", owed[1].Update);
        Assert.Empty(owed[1].Calls);
        var call = Assert.Single(owed[0].Calls);
        Assert.Equal(("sendMessage", "application/json", "{\"text\":\"é 🙂 \"}", 1, -5L, "  plain "), (call.Method, call.ContentType, Encoding.UTF8.GetString(call.Body), call.Urgency, call.Chat, call.Plain));
        Assert.Equal(Noon.AddMilliseconds(123), owed[0].Since);
        Assert.Equal(3, await Storage.CountOwedAsync(default));
    }

    [Fact]
    public async Task Keeping_again_replaces()
    {
        await Storage.KeepAsync([Raw(3)], Mine, default);
        await Storage.KeepAsync([Calls(3)], Mine, default);
        await AgainAsync();
        Assert.Null(Assert.Single(await Storage.ClaimAsync(Mine, Mine.Until, default)).Update);
    }

    [Fact]
    public async Task What_somebody_holds_nobody_else_gets_until_the_lease_ends()
    {
        var other = new Lease("other", Noon.AddMinutes(20));
        await Storage.KeepAsync([Calls(1), Calls(2)], Mine, default);
        Assert.Empty(await Storage.ClaimAsync(other, Noon.AddMinutes(4), default));
        Assert.Equal(2, (await Storage.ClaimAsync(other, Noon.AddMinutes(5), default)).Count);
        Assert.Empty(await Storage.ClaimAsync(Mine, Noon.AddMinutes(6), default));
    }

    [Fact]
    public async Task A_lease_renewed_lasts_longer()
    {
        await Storage.KeepAsync([Calls(1)], Mine, default);
        await Storage.RenewAsync(Mine with { Until = Noon.AddHours(1) }, default);
        Assert.Empty(await Storage.ClaimAsync(new Lease("other", Noon.AddHours(2)), Noon.AddMinutes(30), default));
    }

    [Fact]
    public async Task Two_that_claim_at_once_share_without_overlap()
    {
        await Storage.KeepAsync([.. Enumerable.Range(1, 50).Select(i => Calls(i))], new Lease("dead", Noon), default);
        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Storage.ClaimAsync(new Lease($"{i}", Noon.AddHours(1)), Noon, default).AsTask()));
        Assert.Equal(50, claims.Sum(c => c.Count));
        Assert.Equal(50, claims.SelectMany(c => c).Select(o => o.UpdateId).Distinct().Count());
    }

    [Fact]
    public async Task Marks_last_and_differ_in_case()
    {
        await Storage.SetMarkAsync("face", "1", default);
        await Storage.SetMarkAsync("Face", "2", default);
        await Storage.SetMarkAsync("face", "3", default);
        await AgainAsync();
        Assert.Equal(("3", "2", null), (await Storage.GetMarkAsync("face", default), await Storage.GetMarkAsync("Face", default), await Storage.GetMarkAsync("none", default)));
    }

    [Fact]
    public async Task Questions_not_answered_are_kept_in_order_as_they_were_asked()
    {
        await Storage.SetMarkAsync("a", "b", default);
        Storage.AddUnanswered(new UnansweredQuestion("  who?  ", "en", Now.AddMinutes(-1)));
        Storage.AddUnanswered(new UnansweredQuestion("", "ru", Now));
        Assert.Equal(["  who?  ", ""], (await Storage.UnansweredAsync(default)).Select(q => q.Text));
        await AgainAsync();
        var kept = await Storage.UnansweredAsync(default);
        Assert.Equal([("  who?  ", "en"), ("", "ru")], kept.Select(q => (q.Text, q.Language)));
    }

    [Fact]
    public async Task Ten_thousand_questions_of_ninety_days_are_kept_at_most()
    {
        for (var i = 0; i < 5; i++) Storage.AddUnanswered(new UnansweredQuestion("too old", "en", Now.AddDays(-91)));
        for (var i = 0; i < 6_000; i++) Storage.AddUnanswered(new UnansweredQuestion($"first {i}", "en", Now));
        Assert.Equal(6_000, (await Storage.UnansweredAsync(default)).Count);
        for (var i = 0; i < 6_000; i++) Storage.AddUnanswered(new UnansweredQuestion($"second {i}", "en", Now));
        var kept = await Storage.UnansweredAsync(default);
        Assert.Equal((10_000, "first 2000", "second 5999"), (kept.Count, kept[0].Text, kept[^1].Text));
    }

    [Fact]
    public async Task A_person_sees_everything_kept_about_them_and_has_it_erased()
    {
        await Storage.SetLanguageAsync(5, "ru", default);
        await Storage.SetLanguageAsync(6, "ru", default);
        await Storage.KeepAsync([Calls(1) with { Chat = 5, User = 5 }, Calls(2) with { Chat = -9, User = 5 }, Calls(3) with { Chat = -9, User = 6 }], Mine, default);
        var all = await Storage.ExportAsync(5, default);
        Assert.Equal(["chat", "owed"], all.Keys.Order());
        Assert.Equal(2, Assert.IsAssignableFrom<IReadOnlyList<Owed>>(all["owed"]).Count);
        await Storage.ForgetAsync(5, default);
        await AgainAsync();
        Assert.Empty(await Storage.ExportAsync(5, default));
        Assert.Equal(new ChatState(5), await Storage.GetChatAsync(5, default));
        Assert.Equal("ru", (await Storage.GetChatAsync(6, default)).Language);
        Assert.Equal(3, Assert.Single(await Storage.ClaimAsync(Mine, Mine.Until, default)).UpdateId);
    }

    [Fact]
    public async Task All_is_well_while_it_can_be_written()
    {
        await Storage.SetMarkAsync("a", "b", default);
        Assert.Null(Storage.Trouble);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private async Task AgainAsync() => Storage = await ReopenAsync();

    private static Owed Raw(long id) => new(id, Noon, 5, 5, """{"text":" <b>&\u0000"}""", []);

    private static Owed Calls(long id) => new(id, Noon.AddMilliseconds(123), -5, null, null, [new OwedCall("sendMessage", "application/json", Encoding.UTF8.GetBytes("{\"text\":\"é 🙂 \"}"), 1, -5, "  plain ")]);
}

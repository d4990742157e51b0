using Cica.Playground.Faults;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace Cica.Playground.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_strikes_as_often_as_ordered_and_only_where_it_fits()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Pace = PaceOptions.None });
        var (ann, boris) = (bench.Server.People.NewPerson("Ann"), bench.Server.People.NewPerson("Boris"));
        ann.Start();
        boris.Start();
        var order = bench.Server.Faults.Order(Fault.Forbidden() with { Method = "SENDMESSAGE", ChatId = ann.Id, Contains = "due", After = 1, Times = 2 });

        await bench.Client.SendMessage(boris.Id, "due");
        await bench.Client.SendMessage(ann.Id, "hello");
        await bench.Client.SendChatAction(ann.Id, ChatAction.Typing);
        await bench.Client.SendMessage(ann.Id, "due 1");
        for (var i = 0; i < 2; i++)
        {
            var refused = await Assert.ThrowsAsync<ApiRequestException>(() => bench.Client.SendMessage(ann.Id, "due 2"));
            Assert.Equal((403, "Forbidden: bot was blocked by the user"), (refused.ErrorCode, refused.Message));
        }
        await bench.Client.SendMessage(ann.Id, "due 3");
        Assert.Equal(2, order.Struck);
        Assert.Equal(["hello", "due 1", "due 3"], ann.Private.FromBot.Select(l => l.Text));
    }

    [Fact]
    public async Task A_fault_without_a_number_of_times_stays_until_it_is_lifted()
    {
        await using var bench = await Bench.OpenAsync();
        using (bench.Server.Faults.Order(Fault.Refused(400, "Bad Request: out of order") with { Times = null }))
            for (var i = 0; i < 3; i++) await Assert.ThrowsAsync<ApiRequestException>(() => bench.Client.GetMe());
        await bench.Client.GetMe();
    }

    [Fact]
    public async Task A_page_of_a_proxy_is_no_JSON_and_comes_with_its_own_status()
    {
        await using var bench = await Bench.OpenAsync();
        bench.Server.Faults.Order(Fault.Page(503));
        var broken = await Assert.ThrowsAsync<RequestException>(() => bench.Client.GetMe());
        Assert.IsNotType<ApiRequestException>(broken);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, broken.HttpStatusCode);
    }

    [Fact]
    public async Task GetUpdates_fails_for_a_while_and_then_has_lost_nothing()
    {
        await using var bench = await Bench.OpenAsync();
        bench.Server.Faults.Order(Fault.NoUpdatesFor(TimeSpan.FromSeconds(30)));
        bench.Server.People.NewPerson("Ann").Start();
        await Assert.ThrowsAsync<RequestException>(() => bench.Client.GetUpdates(timeout: 0));
        await bench.Client.GetMe();
        bench.Clock.Advance(TimeSpan.FromSeconds(29));
        await Assert.ThrowsAsync<RequestException>(() => bench.Client.GetUpdates(timeout: 0));
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single(await bench.Client.GetUpdates(timeout: 0));
    }

    [Fact]
    public async Task A_slow_call_is_carried_out_when_its_time_has_come()
    {
        await using var bench = await Bench.OpenAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        var order = bench.Server.Faults.Order(Fault.Slow(TimeSpan.FromSeconds(20)) with { Method = "sendMessage" });
        var sending = bench.Client.SendMessage(ann.Id, "late");
        while (order.Struck == 0) await Task.Yield();
        Assert.Empty(ann.Private.FromBot);
        // The wait may begin a moment after the strike is counted: time passes until it is over.
        while (!sending.IsCompleted)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Yield();
        }
        Assert.Equal("late", (await sending).Text);
    }

    [Theory]
    [InlineData(StrangeUpdate.UpdateType, false)]
    [InlineData(StrangeUpdate.EntityType, false)]
    [InlineData(StrangeUpdate.ChatType, false)]
    [InlineData(StrangeUpdate.MemberStatus, true)]
    [InlineData(StrangeUpdate.ReactionType, true)]
    [InlineData(StrangeUpdate.Date, true)]
    public async Task An_update_with_values_the_client_does_not_know_reaches_it(StrangeUpdate kind, bool isPoison)
    {
        await using var bench = await Bench.OpenAsync();
        bench.Server.Faults.SendStrangeUpdate(kind);
        // What this client does with it is its own affair; that some of these break its whole batch is why they are offered.
        if (isPoison) await Assert.ThrowsAsync<RequestException>(() => bench.Client.GetUpdates(timeout: 0));
        else Assert.Single(await bench.Client.GetUpdates(timeout: 0));
    }
}

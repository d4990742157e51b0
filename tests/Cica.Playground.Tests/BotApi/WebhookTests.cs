using Cica.Playground.Tests.Conformance;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Cica.Playground.Tests.BotApi;

public sealed class WebhookTests
{
    [Fact]
    public async Task A_chat_whose_delivery_fails_does_not_hold_up_the_others_and_keeps_its_order()
    {
        await using var bench = await Bench.OpenAsync();
        await using var inbox = await WebhookInbox.StartAsync(failures: 2);
        var (ann, boris) = (bench.Server.People.NewPerson("Ann"), bench.Server.People.NewPerson("Boris"));
        await bench.Client.SetWebhook(inbox.Url.ToString());
        ann.Say("first");
        // Refused, tried again at once, refused again: now it waits.
        for (var i = 0; i < 2; i++) Assert.True((bool)(await inbox.NextAsync())["refused"]!);
        ann.Say("second");
        boris.Say("other");
        Assert.Equal("other", Text(await inbox.NextAsync()));
        Assert.Equal("first", Text(await AfterAsync(bench, inbox, TimeSpan.FromSeconds(2))));
        Assert.Equal("second", Text(await inbox.NextAsync()));
    }

    [Fact]
    public async Task Pauses_between_tries_double()
    {
        await using var bench = await Bench.OpenAsync();
        await using var inbox = await WebhookInbox.StartAsync(failures: 4);
        await bench.Client.SetWebhook(inbox.Url.ToString());
        bench.Server.People.NewPerson("Ann").Say("x");
        await inbox.NextAsync();
        await inbox.NextAsync();
        await AfterAsync(bench, inbox, TimeSpan.FromSeconds(2));
        await AfterAsync(bench, inbox, TimeSpan.FromSeconds(4));
        Assert.False((bool)(await AfterAsync(bench, inbox, TimeSpan.FromSeconds(8)))["refused"]!);
    }

    [Fact]
    public async Task A_call_given_as_the_answer_to_a_delivery_is_carried_out()
    {
        await using var bench = await Bench.OpenAsync();
        await using var inbox = await WebhookInbox.StartAsync();
        inbox.Answer = update => $$"""{"method":"sendMessage","chat_id":{{update["message"]!["chat"]!["id"]}},"text":"by the way"}""";
        await bench.Client.SetWebhook(inbox.Url.ToString());
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        Assert.Equal("by the way", (await ann.Private.NextFromBotAsync()).Text);
    }

    [Fact]
    public async Task What_was_not_delivered_waits_for_the_next_poller()
    {
        await using var bench = await Bench.OpenAsync();
        await using var inbox = await WebhookInbox.StartAsync(failures: int.MaxValue);
        await bench.Client.SetWebhook(inbox.Url.ToString());
        bench.Server.People.NewPerson("Ann").Say("x");
        await inbox.NextAsync();
        await bench.Client.DeleteWebhook();
        Assert.Equal("x", Assert.Single(await bench.Client.GetUpdates(timeout: 0)).Message!.Text);
    }

    [Theory]
    [InlineData("http://127.0.0.1:443/x", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("https://127.0.0.1:9999/x", "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [InlineData("https://example.org/x", "Bad Request: bad webhook: the playground delivers to loopback addresses only")]
    public async Task As_strict_as_the_cloud_it_takes_HTTPS_on_four_ports_and_reaches_nobody_outside(string url, string refusal)
    {
        await using var bench = await Bench.OpenAsync(o => o with { LocalWebhooks = false });
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => bench.Client.SetWebhook(url));
        Assert.Equal(refusal, refused.Message);
    }

    private static string Text(System.Text.Json.Nodes.JsonObject delivery) => (string)delivery["update"]!["message"]!["text"]!;

    // Nothing may come a moment before the pause is over. The delivery's wait may begin a little after its answer was seen
    // here, so time is moved in the small steps of a clock that also runs for it.
    private static async Task<System.Text.Json.Nodes.JsonObject> AfterAsync(Bench bench, WebhookInbox inbox, TimeSpan pause)
    {
        var next = inbox.NextAsync();
        var from = bench.Clock.GetUtcNow();
        while (!next.IsCompleted)
        {
            bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }
        Assert.True(bench.Clock.GetUtcNow() - from >= pause - TimeSpan.FromMilliseconds(1), "came before its pause was over");
        return await next;
    }
}

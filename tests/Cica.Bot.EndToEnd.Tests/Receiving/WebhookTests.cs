using System.Net;
using System.Text;
using System.Text.Json;
using Cica.Bot.EndToEnd.Tests.Support;
using Cica.Bot.Settings;
using Cica.Bot.Telegram.Receiving;
using Cica.Playground;
using Cica.Playground.Faults;

namespace Cica.Bot.EndToEnd.Tests.Receiving;

public sealed class WebhookTests
{
    private static readonly BenchOptions ByWebhook = new() { Mode = TelegramMode.Webhook };

    [Fact]
    public async Task It_is_set_at_the_start_and_updates_come_by_it_and_are_answered_in_order()
    {
        await using var bench = await Bench.OpenAsync(ByWebhook);
        var people = Enumerable.Range(0, 50).Select(i => bench.Server.People.NewPerson($"Person {i}")).ToList();
        for (var i = 0; i < 4; i++)
            foreach (var person in people) person.Say($"{i}");
        foreach (var person in people)
        {
            await bench.Server.People.Waits.UntilAsync(() => person.Private.FromBot.Count >= 4, "all answers");
            Assert.Equal(["echo 0", "echo 1", "echo 2", "echo 3"], person.Private.FromBot.Select(l => l.Text));
        }
        await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "all delivered");
        Assert.Empty(bench.Server.Calls.Of("getUpdates"));
        var set = Assert.Single(bench.Server.Calls.Of("setWebhook")).Parameters;
        Assert.Equal("the-secret", set["secret_token"]);
        Assert.False(set.ContainsKey("drop_pending_updates"));
        Assert.Equal(UpdateKinds.Used.Order(), JsonSerializer.Deserialize<string[]>(set["allowed_updates"])!.Order());
    }

    [Fact]
    public async Task With_as_much_owed_as_may_be_a_delivery_is_to_come_again()
    {
        var clock = new AdjustableClock();
        await using var bench = await Bench.OpenAsync(ByWebhook with { Clock = clock, Receiving = new() { MostKept = 3 }, Sending = r => r with { CallDeadline = TimeSpan.FromMinutes(10), ReplyLife = TimeSpan.FromDays(3_650) } });
        var people = Enumerable.Range(0, 3).Select(i => bench.Server.People.NewPerson($"Person {i}")).ToList();
        bench.Server.Faults.Order(Fault.Slow(TimeSpan.FromHours(1)) with { Method = "sendMessage", Times = null });
        foreach (var person in people) person.Say("a");
        await Bench.UntilAsync(() => bench.Ledger.Kept == 3, "the bound");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(bench, Update(77, "b", people[0].Id), "the-secret"));
        await Bench.UntilAsync(() => { clock.Forward(TimeSpan.FromHours(1)); return bench.Ledger.Kept == 0; }, "the answers");
        Assert.All(people, p => Assert.Equal("echo a", Assert.Single(p.Private.FromBot).Text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("the-secreT")]
    [InlineData("the-secret-and-more")]
    public async Task A_delivery_without_the_right_secret_is_refused(string? secret)
    {
        await using var bench = await Bench.OpenAsync(ByWebhook);
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bench, Update(1, "hello"), secret));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await new HttpClient().GetAsync(bench.WebhookUrl)).StatusCode);
        Assert.Equal(0, bench.Ledger.Open);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_or_that_is_no_update_is_refused()
    {
        await using var bench = await Bench.OpenAsync(ByWebhook);
        // Refused before it is sent: whoever still sends when the connection is shut hears of that only.
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(bench, Update(1, new string('x', 2 * 1024 * 1024)), "the-secret", asksFirst: true));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bench, "{", "the-secret"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(bench, "[]", "the-secret"));
    }

    [Fact]
    public async Task An_update_brought_twice_is_answered_once()
    {
        await using var bench = await Bench.OpenAsync(ByWebhook);
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        await ann.Private.NextFromBotAsync();
        var update = Update(77, "again", ann.Id);
        var both = await Task.WhenAll(PostAsync(bench, update, "the-secret"), PostAsync(bench, update, "the-secret"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], both);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(bench, update, "the-secret"));
        Assert.Single(ann.Private.FromBot, l => l.Text == "echo again");
    }

    [Fact]
    public async Task A_delivery_is_acknowledged_when_it_is_kept_even_if_the_answer_takes_longer()
    {
        var clock = new AdjustableClock();
        await using var bench = await Bench.OpenAsync(ByWebhook with { Clock = clock, Sending = r => r with { CallDeadline = TimeSpan.FromMinutes(10), ReplyLife = TimeSpan.FromDays(3_650) } });
        bench.Server.Faults.Order(Fault.Slow(TimeSpan.FromHours(1)) with { Method = "sendMessage" });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("a");
        await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "acknowledgement");
        Assert.Empty(ann.Private.FromBot);
        Assert.Equal(1, await bench.Storage.CountOwedAsync(default));
        await Bench.UntilAsync(() => { clock.Forward(TimeSpan.FromHours(1)); return ann.Private.FromBot.Count > 0; }, "the answer");
        Assert.Equal("echo a", Assert.Single(ann.Private.FromBot).Text);
    }

    [Fact]
    public async Task A_delivery_neither_answered_nor_kept_is_not_acknowledged()
    {
        await using var bench = await Bench.OpenAsync(ByWebhook with
        {
            Receiving = new() { KeepAfter = TimeSpan.FromMinutes(10), WebhookPatience = TimeSpan.FromSeconds(1), StopTime = TimeSpan.FromSeconds(0.2) },
        });
        bench.Server.Faults.Order(Fault.Slow(TimeSpan.FromMinutes(10)) with { Method = "sendMessage" });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        await Bench.UntilAsync(() => bench.Ledger.Open == 1, "the first in hand");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(bench, Update(77, "b", ann.Id), "the-secret"));
    }

    [Fact]
    public async Task An_update_it_cannot_read_is_acknowledged_and_passed_over()
    {
        await using var bench = await Bench.OpenAsync(ByWebhook);
        bench.Server.Faults.SendStrangeUpdate(StrangeUpdate.MemberStatus);
        await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "acknowledgement");
        Assert.Single(bench.Log.Of(106));
    }

    [Fact]
    public async Task Stopped_and_started_again_nothing_is_lost_and_nothing_answered_twice()
    {
        await using var bench = await Bench.OpenAsync(ByWebhook with { Receiving = new() { StopTime = TimeSpan.FromSeconds(30) } });
        var people = Enumerable.Range(0, 20).Select(i => bench.Server.People.NewPerson($"Person {i}")).ToList();
        for (var i = 0; i < 20; i++)
            foreach (var person in people) person.Say($"{i}");
        await Bench.UntilAsync(() => people.Sum(p => p.Private.FromBot.Count) > 50, "the bot at work");
        await bench.StopAsync();
        await bench.StartAsync();
        foreach (var person in people)
        {
            await bench.Server.People.Waits.UntilAsync(() => person.Private.FromBot.Count >= 20, "all answers");
            Assert.Equal(Enumerable.Range(0, 20).Select(i => $"echo {i}"), person.Private.FromBot.Select(l => l.Text));
        }
    }

    [Fact]
    public async Task A_stop_that_waits_for_an_answer_does_not_cut_its_delivery_off_which_would_be_brought_again()
    {
        var isHeld = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clock = new AdjustableClock();
        await using var bench = await Bench.OpenAsync(ByWebhook with
        {
            Clock = clock,
            Receiving = new() { KeepAfter = TimeSpan.FromHours(1), WebhookPatience = TimeSpan.FromHours(1), StopTime = TimeSpan.FromHours(1) },
            Responder = new Scripted(async (update, cancel) =>
            {
                await isHeld.Task.WaitAsync(cancel);
                return [Scripted.Text(update, "echo " + update.Message!.Text)];
            }),
        });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("a");
        await Bench.UntilAsync(() => bench.Ledger.Open == 1, "the question in hand");
        var stopping = bench.StopAsync();
        await Bench.UntilAsync(() => bench.Log.Of(117).Count > 0, "the stop");
        clock.Forward(TimeSpan.FromMinutes(1));
        isHeld.SetResult();
        await stopping;
        await bench.StartAsync();
        await Bench.UntilAsync(() => bench.Server.People.PendingUpdates == 0, "all delivered");
        Assert.Equal("echo a", Assert.Single(ann.Private.FromBot).Text);
    }

    [Fact]
    public async Task Polling_takes_the_webhook_away()
    {
        await using var bench = await Bench.OpenAsync(start: false);
        using var http = new HttpClient();
        await http.GetAsync(new Uri(bench.Server.Url, $"/bot{bench.Server.Token}/setWebhook?url=http://127.0.0.1:1/"));
        await bench.StartAsync();
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Say("a");
        Assert.Equal("echo a", (await ann.Private.NextFromBotAsync()).Text);
        Assert.False(bench.Server.Calls.Of("deleteWebhook")[0].Parameters.ContainsKey("drop_pending_updates"));
    }

    private static async Task<HttpStatusCode> PostAsync(Bench bench, string body, string? secret, bool asksFirst = false)
    {
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        using var request = new HttpRequestMessage(HttpMethod.Post, bench.WebhookUrl) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.ExpectContinue = asksFirst;
        if (secret is not null) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static string Update(int id, string text, long chat = 1) =>
        $$"""{ "update_id": {{id}}, "message": { "message_id": {{id}}, "date": 1, "text": "{{text}}", "from": { "id": {{chat}}, "is_bot": false, "first_name": "A" }, "chat": { "id": {{chat}}, "type": "private" } } }""";
}

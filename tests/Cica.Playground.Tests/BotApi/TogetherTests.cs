using System.Collections.Concurrent;
using Telegram.Bot;
using Telegram.Bot.Polling;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Playground.Tests.BotApi;

public sealed class TogetherTests
{
    [Fact]
    public async Task Whatever_happens_at_once_each_message_comes_once_and_each_chat_keeps_its_order()
    {
        await using var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None });
        server.People.Waits.Patience = TimeSpan.FromSeconds(60);
        using var http = new HttpClient();
        var client = new TelegramBotClient(new TelegramBotClientOptions(server.Token, server.Url.ToString()), http);
        var people = Enumerable.Range(0, 8).Select(i => server.People.NewPerson("P" + i)).ToList();
        var heard = new ConcurrentQueue<(long Chat, string Text)>();
        using var stop = new CancellationTokenSource();
        // The client's own loop, with an echo for every message.
        var polling = client.ReceiveAsync(
            async (bot, update, cancellationToken) =>
            {
                heard.Enqueue((update.Message!.Chat.Id, update.Message.Text!));
                await bot.SendMessage(update.Message.Chat.Id, "heard " + update.Message.Text, cancellationToken: cancellationToken);
            },
            (_, _, _) => Task.CompletedTask,
            new ReceiverOptions { AllowedUpdates = [UpdateType.Message] },
            stop.Token);

        await Task.WhenAll(people.Select(p => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++) p.Say("m" + i);
        })));
        await server.People.Waits.UntilAsync(() => people.All(p => p.Private.FromBot.Count == 25), "an echo for every message");
        await stop.CancelAsync();
        await polling;

        var expected = Enumerable.Range(0, 25).Select(i => "m" + i).ToList();
        Assert.All(people, p => Assert.Equal(expected, heard.Where(h => h.Chat == p.Id).Select(h => h.Text)));
        Assert.All(people, p => Assert.Equal(expected.Select(t => "heard " + t), p.Private.FromBot.Select(l => l.Text)));
    }

    [Fact]
    public async Task A_poll_whose_client_has_gone_holds_nothing_up()
    {
        await using var bench = await Bench.OpenAsync();
        using (var gone = new CancellationTokenSource())
        {
            var poll = bench.Client.GetUpdates(timeout: 50, cancellationToken: gone.Token);
            await bench.Server.People.Waits.UntilAsync(() => bench.Server.People.IsPolled, "a held poll");
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => poll);
        }
        bench.Server.People.NewPerson("Ann").Start();
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Single(await bench.Client.GetUpdates(timeout: 0));
    }

    [Fact]
    public async Task Stopping_ends_a_held_poll_at_once()
    {
        var bench = await Bench.OpenAsync();
        var poll = bench.Client.GetUpdates(timeout: 50);
        await bench.Server.People.Waits.UntilAsync(() => bench.Server.People.IsPolled, "a held poll");
        await bench.Server.DisposeAsync();
        // Either an empty answer or a cut connection, but not the fifty seconds, which never pass on this clock.
        await Task.WhenAny(poll).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(poll.IsCompleted);
        _ = poll.Exception;
        await bench.DisposeAsync();
    }
}

using Cica.Bot.Operations;
using Cica.Bot.Reading;
using Cica.Bot.Reminders;
using Cica.Bot.Reminders.Dispatching;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Settings;
using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.BotApi;
using Cica.Bot.Telegram.Sending;
using Cica.Knowledge.Model;
using Cica.Playground;
using Cica.Playground.People;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cica.Bot.Tests.Reminders;

/// <summary>The dispatcher over a storage that can fail, sending to a server of its own, at a clock put forward by hand.</summary>
internal sealed class DispatchBench : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly BotConnection connection;
    private readonly OutgoingQueue queue;
    private readonly ReminderDispatcher dispatcher;
    private bool isStopped;

    private DispatchBench(PlaygroundServer server, PlanBench plan, DispatchRules rules, SendingRules sending)
    {
        (Server, Plan) = (server, plan);
        (var storage, Trouble) = TroubledStorage.Over(plan.Storage);
        var (clock, figures, signal) = (plan.Clock, new ReminderFigures(), new ReminderSignal());
        // The network knows nothing of a clock that is put forward.
        connection = new BotConnection(server.Token, server.Url, TimeProvider.System);
        var ending = new Ending(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));
        queue = new OutgoingQueue(connection, storage, new AnswerLog(), new SendingFigures(), sending, ending, clock, NullLogger<OutgoingQueue>.Instance);
        var text = new NoticeText(plan.Facts, new ZoneFinder(new ZoneNames(), clock));
        var packer = new Packer(plan.Planner, new News(storage), storage, storage, text, figures, clock);
        var outcomes = new Outcomes(storage, figures, rules, new NoWaypoints(), clock, NullLogger<Outcomes>.Instance);
        OnTheirWay = new OnTheirWay(clock);
        dispatcher = new(storage, queue, plan.Planner, packer, outcomes, signal, OnTheirWay, figures, rules, new NoWaypoints(), clock, NullLogger<ReminderDispatcher>.Instance);
    }

    public PlaygroundServer Server { get; }

    public PlanBench Plan { get; }

    /// <summary>What fails in the dispatcher's storage; the planner's is sound.</summary>
    public TroubledStorage Trouble { get; }

    /// <summary>What whoever unsubscribes waits for.</summary>
    public OnTheirWay OnTheirWay { get; }

    /// <summary>Messages Telegram has accepted.</summary>
    public int Accepted => Server.Calls.Of("sendMessage").Count(c => c.Status == 200);

    /// <summary>Telegram has answered so many messages, and none is on its way.</summary>
    public bool IsIdleAfter(int messages) => Server.Calls.Of("sendMessage").Count == messages && queue.UnderWay == 0;

    public static async Task<DispatchBench> OpenAsync(string now, EventEntry[] events, DispatchRules? rules = null, SendingRules? sending = null)
    {
        await Talking.Facts.ReadyAsync();
        var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None });
        var plan = new PlanBench(now, events);
        await plan.CatchUpAsync();
        return new DispatchBench(server, plan, rules ?? new(), sending ?? new(PaceSettings.None));
    }

    /// <summary>Somebody who has started the bot and has subscribed to everything.</summary>
    public async Task<Person> SubscriberAsync(string name, Leads leads = Leads.Day)
    {
        var person = Server.People.NewPerson(name);
        person.Start();
        await Plan.SubscribeAsync(Made.Subscription(person.Id, leads: leads));
        return person;
    }

    /// <summary>Plans a notice that nothing leads to any more: its event has changed meanwhile.</summary>
    public async Task PlanStaleAsync(Person person)
    {
        var planned = (await Plan.OpenAsync(person.Id))[0];
        await Plan.Storage.ApplyAsync([new PlanChange(planned.To, [planned with { Id = Guid.NewGuid(), Revision = planned.Revision + 1 }], [], [])], default);
    }

    public Task StartAsync() => dispatcher.StartAsync(default);

    /// <summary>Stops as the host does.</summary>
    public async Task StopAsync(Action? meanwhile = null)
    {
        isStopped = true;
        await dispatcher.StopAsync(default);
        await queue.StopAsync(TimeSpan.Zero);
        var stopped = dispatcher.StoppedAsync(default);
        meanwhile?.Invoke();
        await stopped;
    }

    /// <summary>Waits with a clock that stands still.</summary>
    public Task UntilAsync(Func<bool> condition, string what) => PassTimeUntilAsync(condition, what, TimeSpan.Zero);

    /// <summary>Puts the clock forward step by step until the condition holds; fails after a minute of the machine's time, in which the clock makes less than two hours.</summary>
    public async Task PassTimeUntilAsync(Func<bool> condition, string what, TimeSpan? step = null)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException($"Waited in vain for {what}; there are {await Plan.Storage.CountNoticesAsync(default)}.");
            Plan.Clock.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!isStopped) await StopAsync();
        dispatcher.Dispose();
        await queue.DisposeAsync();
        connection.Dispose();
        await Plan.DisposeAsync();
        await Server.DisposeAsync();
    }
}

using System.Globalization;
using Cica.Bot.Operations;
using Cica.Bot.Reminders;
using Cica.Bot.Reminders.Planning;
using Cica.Bot.Storage;
using Cica.Bot.Storage.LiteDb;
using Cica.Knowledge.Model;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cica.Bot.Tests.Reminders;

/// <summary>The planner over a storage of its own, at a clock put forward by hand; what is due is taken as sent.</summary>
internal sealed class PlanBench : IAsyncDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("cica-plan-").FullName;
    private ReminderPlanner planner = null!;

    public PlanBench(string now, params EventEntry[] events)
    {
        Clock = new FakeTimeProvider(At(now));
        Facts = new MadeFacts(events);
        Open();
    }

    public FakeTimeProvider Clock { get; }

    public MadeFacts Facts { get; }

    public LiteDbStorage Storage { get; private set; } = null!;

    /// <summary>What fails in the planner's storage.</summary>
    public TroubledStorage Trouble { get; private set; } = null!;

    public ReminderPlanner Planner => planner;

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Starts the planner, or lets it look again at events that were swapped.</summary>
    public Task CatchUpAsync(bool haveChanged = false)
    {
        if (haveChanged) planner = Made();
        return planner.CatchUpAsync(default);
    }

    public async Task<PlanReport> SubscribeAsync(Subscription subscription)
    {
        var stands = await Storage.SubscribeAsync(subscription with { Since = Clock.GetUtcNow() }, default);
        return await planner.PlanAsync(stands.To, default);
    }

    /// <summary>Another process, as far as the file can tell.</summary>
    public async Task RestartAsync()
    {
        await Storage.DisposeAsync();
        Open();
        await CatchUpAsync();
    }

    /// <summary>Everything that comes due until then, as it comes due, taken as sent.</summary>
    public async Task<List<Notice>> UntilAsync(string until, TimeSpan? step = null)
    {
        var sent = new List<Notice>();
        while (true)
        {
            await CatchUpAsync();
            var now = Clock.GetUtcNow();
            while (await Storage.ClaimDueAsync(new Lease("test", now.AddMinutes(1)), now, 1_000, default) is { Count: > 0 } due)
            {
                Assert.All(due, n => Assert.True(n.Due <= now));
                await Storage.EndAsync([.. due.Select(n => new NoticeEnd(n.Id, NoticeState.Sent, now))], default);
                sent.AddRange(due);
            }
            if (now >= At(until)) return sent;
            Clock.SetUtcNow(now + (step ?? TimeSpan.FromHours(6)) is var next && next > At(until) ? At(until) : next);
        }
    }

    public async Task<List<Notice>> OpenAsync(long chat) => [.. (await Storage.OpenNoticesAsync([new Destination(chat)], default)).OrderBy(n => n.Due)];

    /// <summary>Waits until the planner, started, has nothing left to do; no time passes meanwhile.</summary>
    public Task UntilCaughtUpAsync() => UntilAsync(() => new(Trouble.Calls(nameof(IOutbox.SweepAsync)) > 0));

    /// <summary>Waits until what is planned for a chat is as it should be; no time passes meanwhile.</summary>
    public Task UntilPlannedAsync(long chat, Func<List<Notice>, bool> condition) => UntilAsync(async () => condition(await OpenAsync(chat)));

    public async ValueTask DisposeAsync()
    {
        await Storage.DisposeAsync();
        planner.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private static async Task UntilAsync(Func<ValueTask<bool>> condition)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(1), "waited in vain");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private void Open()
    {
        Storage = LiteDbStorage.Open(Path.Combine(directory, "cica.db"), 1, Clock);
        planner = Made();
    }

    private ReminderPlanner Made()
    {
        (var storage, Trouble) = TroubledStorage.Over(Storage);
        return new(
            Facts, new Books(storage, storage, storage), new Horizon(storage), new News(storage), storage, new ReminderSignal(), new OnTheirWay(Clock), new NoWaypoints(), Clock, NullLogger<ReminderPlanner>.Instance);
    }
}

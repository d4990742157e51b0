using System.Globalization;
using Cica.Bot.EndToEnd.Tests.Support;
using Xunit.Abstractions;

namespace Cica.Bot.EndToEnd.Tests.Reminding;

/// <summary>
/// A real process that reminds is killed again and again; a checker compares what was due with what arrived. The long count is a
/// command of its own: CICA_KILLS=200 dotnet test tests/Cica.Bot.EndToEnd.Tests --filter FullyQualifiedName~ReminderKillTests
/// </summary>
public sealed class ReminderKillTests(ITestOutputHelper output)
{
    private const int KillsInARun = 20;
    // With as many kills for half the reminders each process lives half as long.
    private const int Crowd = 25;
    private const int CrowdOfTheLongCount = 50;

    [Fact]
    public async Task Killed_again_and_again_it_loses_no_reminder_sends_none_early_and_none_after_unsubscribing()
    {
        var isLong = int.TryParse(Environment.GetEnvironmentVariable("CICA_KILLS"), CultureInfo.InvariantCulture, out var wanted);
        var kills = isLong ? wanted : KillsInARun;
        var total = new KillRun.Count(0, 0, 0, 0);
        for (var run = 0; total.Kills < kills; run++)
        {
            await using var one = await KillRun.OpenAsync(seed: 20260311 + run, isLong ? CrowdOfTheLongCount : Crowd);
            var count = await one.RunAsync(Math.Min(KillsInARun, kills - total.Kills));
            output.WriteLine($"run {run + 1}: {count.Kills} kills, {count.Due} reminders due, {count.Twice} of them twice, {count.Ended} not sent as they had been unsubscribed from");
            total = new(total.Kills + count.Kills, total.Due + count.Due, total.Twice + count.Twice, total.Ended + count.Ended);
        }
        output.WriteLine($"in all {total.Kills} kills, {total.Due} reminders due, none lost, none early, {total.Twice} twice ({(double)total.Twice / total.Kills:0.00} a kill)");
        Assert.True(total.Twice < total.Kills, $"{total.Twice} twice in {total.Kills} kills");
    }
}

using Cica.Bot.Operations;
using Xunit.Abstractions;

namespace Cica.Bot.EndToEnd.Tests.Receiving;

/// <summary>A real process is killed again and again while people write to it; a checker compares what they said with what they were told.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int AtRandom = 32;
    // Each with a server and a file of its own: a process that dies is mostly waited for.
    private const int SideBySide = 3;
    private static readonly int[] Times = [1, 7, 40];

    [Fact]
    public async Task Killed_more_than_fifty_times_it_loses_nothing_and_repeats_only_what_was_in_flight()
    {
        var random = new Random(20260311);
        var kills = Enum.GetValues<Waypoint>().Where(w => w <= Waypoint.Kept).SelectMany(w => Times.Select(t => ((Waypoint?)w, t))).Concat(Enumerable.Repeat(((Waypoint?)null, 0), AtRandom)).OrderBy(_ => random.Next()).ToList();
        Assert.True(kills.Count >= 50);
        var counts = await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(async line =>
        {
            await using var run = await KillRun.OpenAsync(seed: 20260311 + line);
            return await run.RunAsync(kills.Where((_, i) => i % SideBySide == line));
        }));
        output.WriteLine($"{kills.Count} kills, {counts.Sum(c => c.Questions)} questions, none lost; {counts.Sum(c => c.Repeated)} were answered again, none of them confirmed before; {counts.Sum(c => c.Confirmed)} were confirmed before a kill");
    }
}

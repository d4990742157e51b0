using System.Diagnostics;
using System.Globalization;
using Cica.Playground;
using Cica.Playground.Benchmarks;

// How many sendMessage a second the playground takes on one core, over real HTTP, with the sender on that same core.
// dotnet run -c Release --project tests/Cica.Playground.Benchmarks [seconds]
// Ends with 1 if it is fewer than asked for.
const int Wanted = 5_000;
const int Connections = 16;
var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;

if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 1;

await using var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None });
var people = Enumerable.Range(0, 64).Select(i => server.People.NewPerson("Person " + i)).ToList();
foreach (var person in people) person.Start();
var senders = Enumerable.Range(0, Connections).Select(i => new RawSender(server, people[i].Id)).ToList();

await RunAsync(TimeSpan.FromSeconds(2));
var before = GC.GetTotalMemory(forceFullCollection: true);
var (count, time) = await RunAsync(TimeSpan.FromSeconds(seconds));
var after = GC.GetTotalMemory(forceFullCollection: true);
var rate = count / time.TotalSeconds;

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sendMessage on one core, sender included: {rate:0} a second ({count} in {time.TotalSeconds:0.0} s, {Connections} connections)"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held: {before / 1048576.0:0.0} MB before, {after / 1048576.0:0.0} MB after"));
Console.WriteLine(rate >= Wanted ? $"enough: at least {Wanted} are asked for" : $"too slow: at least {Wanted} are asked for");
foreach (var sender in senders) sender.Dispose();
return rate >= Wanted ? 0 : 1;

async Task<(long Count, TimeSpan Time)> RunAsync(TimeSpan length)
{
    using var end = new CancellationTokenSource(length, TimeProvider.System);
    var start = TimeProvider.System.GetTimestamp();
    var counts = await Task.WhenAll(senders.Select(s => s.RunAsync(end.Token)));
    return (counts.Sum(), TimeProvider.System.GetElapsedTime(start));
}

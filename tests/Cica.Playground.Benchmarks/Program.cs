using System.Diagnostics;
using System.Globalization;
using Cica.Playground;
using Cica.Playground.Benchmarks;

// How many sendMessage a second the playground takes on one core, over real HTTP, with the sender on that same core.
// dotnet run -c Release --project tests/Cica.Playground.Benchmarks [seconds]
// Judged by processor time: one second of it is one core for a second, whatever else the machine is busy with.
// Ends with 1 if it is fewer than asked for.
const int Wanted = 5_000;
const int Connections = 16;
var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;

if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) Process.GetCurrentProcess().ProcessorAffinity = 1;

await using var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None });
var people = Enumerable.Range(0, 64).Select(i => server.People.NewPerson("Person " + i)).ToList();
foreach (var person in people) person.Start();
var senders = Enumerable.Range(0, Connections).Select(i => new RawSender(server, people[i].Id)).ToList();

// Warm by count, not by time: on a busy machine two seconds may not be enough for the compiler to settle.
for (var warmed = 0L; warmed < 40_000;) warmed += (await RunAsync(TimeSpan.FromSeconds(1))).Count;
var before = GC.GetTotalMemory(forceFullCollection: true);
var (count, time, processor) = await RunAsync(TimeSpan.FromSeconds(seconds));
var after = GC.GetTotalMemory(forceFullCollection: true);
var rate = count / processor.TotalSeconds;

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sendMessage on one core, sender included: {rate:0} a second of processor time ({count} in {processor.TotalSeconds:0.0} s of it, {time.TotalSeconds:0.0} s by the clock, {Connections} connections)"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held: {before / 1048576.0:0.0} MB before, {after / 1048576.0:0.0} MB after"));
Console.WriteLine(rate >= Wanted ? $"enough: at least {Wanted} are asked for" : $"too slow: at least {Wanted} are asked for");
foreach (var sender in senders) sender.Dispose();
return rate >= Wanted ? 0 : 1;

async Task<(long Count, TimeSpan Time, TimeSpan Processor)> RunAsync(TimeSpan length)
{
    using var end = new CancellationTokenSource(length, TimeProvider.System);
    using var process = Process.GetCurrentProcess();
    var (start, used) = (TimeProvider.System.GetTimestamp(), process.TotalProcessorTime);
    var counts = await Task.WhenAll(senders.Select(s => s.RunAsync(end.Token)));
    process.Refresh();
    return (counts.Sum(), TimeProvider.System.GetElapsedTime(start), process.TotalProcessorTime - used);
}

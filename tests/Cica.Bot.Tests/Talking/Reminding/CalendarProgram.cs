using System.Text.Json;
using Cica.Playground.Tests.Conformance;

namespace Cica.Bot.Tests.Talking.Reminding;

/// <summary>One event as a calendar program shows it.</summary>
public sealed record Shown(
    string Uid, int? Sequence, string Summary, string Description, string? Location, string Status, string Start, bool IsDate, string Zone, string? End, string? Stamp, IReadOnlyList<string> Next);

/// <summary>A whole file as a calendar program reads it.</summary>
public sealed record ShownCalendar(string Version, string Method, string Prodid, IReadOnlyList<Shown> Events);

/// <summary>Reads calendar files with ical.js, the parser of Mozilla's calendar, which is none of ours.</summary>
public sealed class CalendarProgram : IAsyncLifetime
{
    private readonly NodeProgram node = new("ical", "ical.js");

    private string? missing;

    public async Task InitializeAsync() => missing = await node.PrepareAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public async Task<ShownCalendar> ReadAsync(string file)
    {
        Skip.If(missing is not null, missing);
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, file);
            var (code, output, error) = await node.RunAsync(TimeSpan.FromMinutes(5), "read.mjs", path);
            Assert.True(code == 0, error);
            return JsonSerializer.Deserialize<ShownCalendar>(output, JsonSerializerOptions.Web)!;
        }
        finally
        {
            File.Delete(path);
        }
    }
}

using System.Net;
using System.Net.Sockets;
using Cica.Bot.Storage.LiteDb;
using Cica.Playground;
using Cica.Playground.Faults;
using static Cica.Bot.Tests.CommandLine.PublishedProgram;
using static Cica.Bot.Tests.CommandLine.StartTests;

namespace Cica.Bot.Tests.CommandLine;

/// <summary>A bot that cannot start says why in one line, with the exit code for it, and leaves everything as it was.</summary>
public sealed class RefusedStartTests(FrontDoor door) : IClassFixture<FrontDoor>
{
    [Fact]
    public async Task A_token_that_is_refused_stops_it_with_5_and_one_line_that_does_not_tell_it()
    {
        await using var server = await StartServerAsync();
        var result = await door.RunAsync(new Call() { Environment = Environment(server, ("Telegram__Token", "7000000001:quite-another-secret-that-opens-nothing")) });
        Assert.Equal(5, result.ExitCode);
        Assert.Contains("refused the token", result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("quite-another", result.Error + result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Telegram__Mode", "polling", "Telegram:Token")]
    [InlineData("Telegram__Mode", "webhook", "Telegram:Token")]
    [InlineData("Telegram__Mode", "pigeon", "Telegram:Mode")]
    [InlineData("Telegram__Token", "none", "Telegram:Token")]
    [InlineData("Telegram__Pace__PerSecond", "x", "Telegram:Pace:PerSecond")]
    [InlineData("Telegram__Flood__PerMinute", "-1", "Telegram:Flood:PerMinute")]
    [InlineData("Telegram__Admins", "ann", "Telegram:Admins")]
    [InlineData("Playground__Url", "0.0.0.0:1", "Playground:Url")]
    [InlineData("Health__Url", "x", "Health:Url")]
    [InlineData("Telegram__Speed", "fast", "Telegram:Speed")]
    public async Task A_wrong_setting_stops_the_start_with_2_and_one_line(string name, string value, string told)
    {
        var directory = door.Elsewhere();
        var result = await door.RunAsync(new Call() { Directory = directory, Environment = { [name] = value } });
        AskTests.IsBadUsage(result);
        Assert.StartsWith(told, result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory));
    }

    [Fact]
    public async Task A_key_in_the_file_that_nothing_reads_stops_the_start_with_2()
    {
        var directory = door.Elsewhere();
        await File.WriteAllTextAsync(Path.Combine(directory, "appsettings.json"), """{ "Telegram": { "Pace": { "PerSecnd": 5 } } }""");
        var result = await door.RunAsync(new Call() { Directory = directory });
        AskTests.IsBadUsage(result);
        Assert.StartsWith("Telegram:Pace:PerSecnd: there is no such setting; did you mean Telegram:Pace:PerSecond?", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Playground__Url", "Playground:Url")]
    [InlineData("Health__Url", "Health:Url")]
    public async Task An_address_somebody_else_listens_on_stops_the_start_with_2(string name, string told)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var result = await door.RunAsync(new Call() { Environment = { ["Playground__Url"] = FreeUrl(), [name] = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}" } });
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(told, result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Playground__Url", "Playground:Url")]
    [InlineData("Health__Url", "Health:Url")]
    public async Task An_address_of_another_machine_stops_the_start_with_2(string name, string told)
    {
        var result = await door.RunAsync(new Call() { Environment = { ["Playground__Url"] = FreeUrl(), [name] = "http://192.0.2.1:5080" } });
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"{told}: cannot listen on http://192.0.2.1:5080", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_its_own_for_the_webhook_that_cannot_be_listened_on_stops_it_with_2()
    {
        await using var server = await StartServerAsync();
        var result = await door.RunAsync(new Call()
        {
            Environment = Environment(server, ("Telegram__Mode", "webhook"), ("Telegram__WebhookUrl", "http://127.0.0.1:1"), ("Telegram__WebhookListen", "http://192.0.2.1:8080")),
        });
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Telegram:WebhookListen: cannot listen on http://192.0.2.1:8080", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_address_Telegram_does_not_take_stops_it_with_2_and_its_reason()
    {
        await using var server = await StartServerAsync();
        server.Faults.Order(Fault.Refused(400, "Bad Request: bad webhook: IP address 10.0.0.1 is reserved") with { Method = "setWebhook", Times = null });
        var result = await door.RunAsync(new Call()
        {
            Environment = Environment(server, ("Telegram__Mode", "webhook"), ("Telegram__WebhookUrl", "http://10.0.0.1/hook"), ("Telegram__WebhookListen", FreeUrl())),
        });
        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Telegram:WebhookUrl: Telegram refused it: ", result.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Contains("is reserved", result.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_that_are_not_there_stop_the_start_with_1_and_are_named()
    {
        await using var server = await StartServerAsync();
        var result = await door.RunAsync(With(server) with { Environment = Environment(server, ("Data__Path", "/no/such/directory")) });
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("/no/such/directory", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_facts_stop_the_start_with_1()
    {
        var data = FactFolders.Copy(door.FewFacts, door.Elsewhere());
        await File.WriteAllTextAsync(Path.Combine(data, "facts", "broken.yaml"), "- id: broken\n");
        var result = await door.RunAsync(new Call() { Environment = { ["Data__Path"] = data, ["Playground__Url"] = FreeUrl() } });
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(result.ErrorLines, l => l.StartsWith("facts/broken.yaml:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("read-only")]
    [InlineData("another bot")]
    [InlineData("newer")]
    [InlineData("nowhere")]
    public async Task Storage_it_cannot_use_stops_the_start_with_4_and_is_left_as_it_is(string what)
    {
        await using var server = await StartServerAsync();
        var directory = door.Elsewhere();
        var path = Path.Combine(directory, what == "nowhere" ? "no/such/cica.db" : "cica.db");
        if (what != "nowhere") await LiteDbStorage.Open(path, what == "another bot" ? 5 : 7000000001, TimeProvider.System).DisposeAsync();
        if (what == "cut") await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..^5000]);
        if (what == "newer")
        {
            using var database = new LiteDB.LiteDatabase(path);
            database.UserVersion = 1_000;
        }
        if (what == "read-only") File.SetAttributes(path, FileAttributes.ReadOnly);
        var before = what == "nowhere" ? [] : await File.ReadAllBytesAsync(path);
        var result = await door.RunAsync(With(server) with { Directory = directory, Environment = Environment(server, ("Storage__Path", path)) });
        Assert.Equal(4, result.ExitCode);
        Assert.Contains(path, Assert.Single(result.ErrorLines), StringComparison.Ordinal);
        if (what != "nowhere") Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }
}

using System.Net;
using System.Text.Json;
using Cica.Bot.Storage.LiteDb;
using Cica.Playground;
using Cica.Playground.Faults;
using Cica.Tests.Support;
using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

/// <summary>The bot itself, as an operator starts and stops it.</summary>
public sealed class StartTests(PublishedProgram program) : IClassFixture<PublishedProgram>
{
    private static readonly string Secret = new BotOptions().Token.Split(':')[1];

    [Fact]
    public async Task Without_a_token_it_runs_the_playground_says_so_in_one_line_and_stops_with_0()
    {
        var (directory, url) = (program.Elsewhere(), FreeUrl());
        await using var bot = program.Open(new Call() { Directory = directory, FindsFacts = true, Environment = { ["Playground__Url"] = url } });
        var line = await bot.ReadLineAsync();
        Assert.Contains($"playground on {url}", line, StringComparison.Ordinal);
        Assert.Contains(program.Data, line, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(directory, "playground.db"), line, StringComparison.Ordinal);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{url}/bot{new BotOptions().Token}/getMe")).StatusCode);
        var (code, error) = await bot.StopAsync();
        Assert.Equal(0, code);
        Assert.DoesNotContain(Secret, error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(directory, "playground.db")));
    }

    [Fact]
    public async Task With_a_token_it_polls_that_server_answers_and_tells_health()
    {
        await using var server = await StartServerAsync();
        var health = FreeUrl();
        var ann = server.People.NewPerson("Ann");
        ann.Say("How many member states does CICA have?");
        await using var bot = program.Open(With(server) with { Environment = Environment(server, ("Health__Url", health)) });
        Assert.Contains("by polling", await bot.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Contains("28", (await ann.Private.NextFromBotAsync()).Text, StringComparison.Ordinal);
        var (status, told) = await HealthAsync(health);
        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var key in (string[])["lastPoll", "storageWritable", "oldestDueNotice", "dataVersion"]) Assert.True(told.TryGetProperty(key, out _), key);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(health)).StatusCode);
        var (code, error) = await bot.StopAsync();
        Assert.Equal(0, code);
        Assert.DoesNotContain(Secret, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_is_refused_ends_the_process_with_its_code_and_one_line()
    {
        await using var server = await StartServerAsync();
        var setting = await program.RunAsync(new Call() { Environment = { ["Telegram__Pace__PerSecond"] = "x" } });
        AskTests.IsBadUsage(setting);
        Assert.StartsWith("Telegram:Pace:PerSecond: ", setting.Error, StringComparison.Ordinal);
        var data = await program.RunAsync(With(server) with { Environment = Environment(server, ("Data__Path", program.Broken())) });
        Assert.Equal(1, data.ExitCode);
        Assert.Contains(data.ErrorLines, l => l.StartsWith("facts/broken.yaml:3: ", StringComparison.Ordinal));
        var token = await program.RunAsync(new Call() { Environment = Environment(server, ("Telegram__Token", "7000000001:quite-another-secret-that-opens-nothing")) });
        Assert.Equal(5, token.ExitCode);
        Assert.Contains("refused the token", token.ErrorLines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("quite-another", token.Error + token.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_withdrawn_while_it_runs_stops_it_with_5()
    {
        await using var server = await StartServerAsync();
        await using var bot = program.Open(With(server));
        await bot.ReadLineAsync();
        await server.People.Waits.UntilAsync(() => server.People.IsPolled, "a poll");
        server.Faults.Order(Fault.Refused(401, "Unauthorized") with { Times = null });
        server.People.NewPerson("Ann").Say("hello");
        Assert.Equal(5, (await bot.ExitAsync()).ExitCode);
    }

    [Fact]
    public async Task Told_to_the_playground_listens_beyond_this_machine_says_so_and_answers_to_the_name_it_was_told()
    {
        var port = new Uri(FreeUrl()).Port;
        await using var bot = program.Open(new Call() { Environment = { ["Playground__Url"] = $"http://playground.example:{port}" } });
        var line = await bot.ReadLineAsync();
        Assert.Contains($"playground on http://127.0.0.1:{port}", line, StringComparison.Ordinal);
        Assert.Contains("whoever reaches it", line, StringComparison.Ordinal);
        using var http = new HttpClient();
        async Task<HttpStatusCode> AskAsync(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/") { Headers = { Host = host } };
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await AskAsync($"playground.example:{port}"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync($"evil.example:{port}"));
    }

    [Fact]
    public async Task Told_by_SIGHUP_it_loads_the_facts_anew_tells_a_new_date_and_refuses_broken_ones_whole()
    {
        await using var server = await StartServerAsync();
        var (data, events) = WithEventsElsewhere();
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(40);
        Task WriteAsync(string start, string title) => File.WriteAllTextAsync(
            events, $"- {{ id: event-made, kind: summit, title: {{ en: \"{title}\", ru: Встреча }}, start: {start}, zone: Asia/Baku, status: planned, sources: [trend-2025-09-10] }}\n");
        static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        static string Told(DateOnly date) => date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
        await WriteAsync(Iso(day), "Made summit");
        var (ann, bob) = (server.People.NewPerson("Ann"), server.People.NewPerson("Bob"));
        await using var bot = program.Open(With(server) with { Environment = Environment(server, ("Data__Path", data), ("Telegram__Admins", $"{bob.Id}")) });
        await bot.ReadLineAsync();
        bob.Say("hello");
        await bob.Private.NextFromBotAsync();
        var asked = ann.Say("/subscribe event-made day");
        Assert.Contains(Told(day), (await ann.Private.NextFromBotAsync(asked.MessageId)).Text, StringComparison.Ordinal);

        await WriteAsync(Iso(day.AddDays(9)), "Made summit");
        await bot.SignalAsync("HUP");
        var news = await server.People.Waits.ForAsync(() => ann.Private.FromBot.FirstOrDefault(l => l.Text.StartsWith("📅 Another date: Made summit", StringComparison.Ordinal)), "the new date");
        Assert.Contains($"Before: {Told(day)}\nNow: {Told(day.AddDays(9))}", news.Text, StringComparison.Ordinal);

        // Two changes in one file, one of them no date: neither is taken over.
        await WriteAsync(Iso(day.AddDays(9))[..^2] + "32", "Renamed summit");
        await bot.SignalAsync("HUP");
        var word = await server.People.Waits.ForAsync(() => bob.Private.FromBot.FirstOrDefault(l => l.Text.Contains("events.yaml:1", StringComparison.Ordinal)), "a word to those who run it");
        Assert.Contains("-32' is no date", word.Text, StringComparison.Ordinal);
        asked = ann.Say("/subscriptions");
        var list = (await ann.Private.NextFromBotAsync(asked.MessageId)).Text;
        Assert.Contains($"Made summit, {Told(day.AddDays(9))}", list, StringComparison.Ordinal);
        Assert.Single(ann.Private.FromBot, l => l.Text.StartsWith("📅", StringComparison.Ordinal));
        var (code, error) = await bot.StopAsync();
        Assert.Equal(0, code);
        Assert.Single(error.Split('\n'), l => l.Contains("events.yaml:1", StringComparison.Ordinal) && l.Contains("-32' is no date", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Started_by_nohup_it_heeds_SIGHUP_all_the_same_and_does_not_end_with_it()
    {
        await using var server = await StartServerAsync();
        var (data, events) = WithEventsElsewhere();
        await File.WriteAllTextAsync(events, "[]\n");
        var bob = server.People.NewPerson("Bob");
        await using var bot = program.Open(With(server) with { IsDeafToHangUp = true, Environment = Environment(server, ("Data__Path", data), ("Telegram__Admins", $"{bob.Id}")) });
        bob.Say("hello");
        await bob.Private.NextFromBotAsync();
        await File.WriteAllTextAsync(events, "- { id: event-made }\n");
        await bot.SignalAsync("HUP");
        await server.People.Waits.ForAsync(() => bob.Private.FromBot.FirstOrDefault(l => l.Text.Contains("events.yaml:1", StringComparison.Ordinal)), "a word to those who run it");
        Assert.Equal(0, (await bot.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task A_SIGHUP_that_comes_while_it_starts_is_heeded_and_does_not_end_it()
    {
        await using var server = await StartServerAsync();
        var (data, events) = WithEventsElsewhere();
        await File.WriteAllTextAsync(events, "[]\n");
        var bob = server.People.NewPerson("Bob");
        bob.Say("hello");
        await using var bot = program.Open(With(server) with { Environment = Environment(server, ("Data__Path", data), ("Telegram__Admins", $"{bob.Id}")) });
        // What it says first it says when its facts are loaded and nothing of it runs yet.
        await bot.ReadLineAsync();
        await File.WriteAllTextAsync(events, "- { id: event-made }\n");
        await bot.SignalAsync("HUP");
        await server.People.Waits.ForAsync(() => bob.Private.FromBot.FirstOrDefault(l => l.Text.Contains("events.yaml:1", StringComparison.Ordinal)), "a word to those who run it");
        Assert.Equal(0, (await bot.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task A_second_bot_on_the_file_is_stopped_with_4_and_the_first_goes_on()
    {
        await using var server = await StartServerAsync();
        var directory = program.Elsewhere();
        await using var first = program.Open(With(server) with { Directory = directory });
        await first.ReadLineAsync();
        var second = await program.RunAsync(With(server) with { Directory = directory });
        Assert.Equal(4, second.ExitCode);
        Assert.Contains("in use by another bot", Assert.Single(second.ErrorLines), StringComparison.Ordinal);
        var ann = server.People.NewPerson("Ann");
        ann.Say("hello");
        await ann.Private.NextFromBotAsync();
        Assert.Equal(0, (await first.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task With_the_disk_full_it_goes_on_answering_and_says_what_it_cannot_do()
    {
        await using var server = await StartServerAsync();
        var (directory, health) = (program.Elsewhere(), FreeUrl());
        await LiteDbStorage.Open(Path.Combine(directory, "cica.db"), 7000000001, TimeProvider.System).DisposeAsync();
        await using var bot = program.Open(With(server) with
        {
            Directory = directory,
            LargestFile = 48,
            // The runtime keeps its code in files of its own.
            Environment = Environment(server, ("Health__Url", health), ("DOTNET_EnableWriteXorExecute", "0")),
        });
        await bot.ReadLineAsync();
        await UntilAsync(() => ListensAsync(health));
        var slow = Enumerable.Range(0, 60).Select(i => server.People.NewPerson($"Slow {i}")).ToList();
        foreach (var person in slow) server.Faults.Order(Fault.Slow(TimeSpan.FromSeconds(5)) with { Method = "sendMessage", ChatId = person.Id });
        foreach (var person in slow) person.Say("hello " + new string('x', 1000));
        await UntilAsync(async () => (await HealthAsync(health)).Told.GetProperty("storageTrouble").ValueKind == JsonValueKind.String);
        var (status, told) = await HealthAsync(health);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.False(told.GetProperty("storageWritable").GetBoolean());
        Assert.NotEmpty(told.GetProperty("storageTrouble").GetString()!);
        var ann = server.People.NewPerson("Ann");
        ann.Say("How many member states does CICA have?");
        Assert.Contains("28", (await ann.Private.NextFromBotAsync()).Text, StringComparison.Ordinal);
        foreach (var person in slow) Assert.NotEmpty((await person.Private.NextFromBotAsync()).Text);
        var (code, error) = await bot.StopAsync();
        Assert.Equal(0, code);
        Assert.Single(error.Split('\n'), l => l.Contains("The storage cannot be written", StringComparison.Ordinal));
        await LiteDbStorage.Open(Path.Combine(directory, "cica.db"), 7000000001, TimeProvider.System).DisposeAsync();
    }

    [Fact]
    public async Task Killed_and_started_again_it_answers_what_was_asked_meanwhile()
    {
        await using var server = await StartServerAsync();
        var directory = program.Elsewhere();
        var ann = server.People.NewPerson("Ann");
        string? greeting;
        await using (var first = program.Open(With(server) with { Directory = directory }))
        {
            await first.ReadLineAsync();
            ann.Say("hello");
            greeting = (await ann.Private.NextFromBotAsync()).Text;
        }
        var asked = ann.Say("How many member states does CICA have?");
        await using var second = program.Open(With(server) with { Directory = directory });
        var answer = await ann.Private.NextFromBotAsync(asked.MessageId);
        // What was in flight when the bot was killed may be answered once more.
        if (answer.Text == greeting)
            answer = await ann.Private.NextFromBotAsync(answer.MessageId);
        Assert.Contains("28", answer.Text, StringComparison.Ordinal);
    }

    // The events lie elsewhere, behind a link: nothing but the signal tells of a change there.
    private (string Data, string Events) WithEventsElsewhere()
    {
        var (data, events) = (FactFolders.Copy(program.FewFacts, program.Elsewhere()), Path.Combine(program.Elsewhere(), "events.yaml"));
        File.Delete(Path.Combine(data, "events.yaml"));
        File.CreateSymbolicLink(Path.Combine(data, "events.yaml"), events);
        return (data, events);
    }

    internal static async Task<PlaygroundServer> StartServerAsync()
    {
        var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Pace = PaceOptions.None });
        server.People.Waits.Patience = TimeSpan.FromSeconds(180);
        return server;
    }

    internal static Call With(PlaygroundServer server) => new() { Environment = Environment(server) };

    internal static Dictionary<string, string> Environment(PlaygroundServer server, params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string> { ["Telegram__Token"] = server.Token, ["Telegram__ApiBaseUrl"] = server.Url.ToString().TrimEnd('/') };
        foreach (var (name, value) in more) all[name] = value;
        return all;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Told)> HealthAsync(string url)
    {
        using var http = new HttpClient();
        using var response = await http.GetAsync($"{url}/health");
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static async Task<bool> ListensAsync(string url)
    {
        try
        {
            await HealthAsync(url);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(180));
        while (!await condition()) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, late.Token);
    }

    internal static string FreeUrl() => Ports.Free().GetLeftPart(UriPartial.Authority);
}

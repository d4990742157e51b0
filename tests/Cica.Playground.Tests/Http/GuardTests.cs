using System.Net;

namespace Cica.Playground.Tests.Http;

public sealed class GuardTests
{
    [Theory]
    [InlineData(null, null, null, 200)]
    [InlineData("localhost:1234", null, null, 200)]
    [InlineData("[::1]:1234", "http://[::1]:1234", "same-origin", 200)]
    [InlineData("127.0.0.1:1234", "http://127.0.0.1:1234", "same-origin", 200)]
    [InlineData("localhost", "https://localhost", null, 200)]
    [InlineData("evil.example", null, null, 403)]
    [InlineData("127.0.0.1.evil.example", null, null, 403)]
    [InlineData("192.0.2.7", null, null, 403)]
    [InlineData(null, "http://evil.example", null, 403)]
    [InlineData("127.0.0.1:1234", "http://127.0.0.1:4321", null, 403)]
    [InlineData("127.0.0.1:1234", "http://localhost:1234", null, 403)]
    [InlineData(null, "null", null, 403)]
    [InlineData(null, null, "cross-site", 403)]
    [InlineData(null, null, "same-site", 403)]
    [InlineData(null, null, "none", 200)]
    public async Task Foreign_hosts_and_origins_are_refused(string? host, string? origin, string? site, int status)
    {
        await using var bench = await Bench.OpenAsync();
        Assert.Equal(status, (int)await AskAsync(bench, $"/bot{bench.Server.Token}/getMe", host, origin, site));
    }

    [Fact]
    public async Task A_link_elsewhere_may_lead_to_the_page_but_to_nothing_behind_it()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Chat = new PageOptions() });
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bench, "/", null, null, "cross-site", "navigate"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(bench, "/api/events", null, null, "cross-site", "navigate"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(bench, "/", null, null, "cross-site", "no-cors"));
    }

    [Fact]
    public async Task A_name_of_the_server_may_be_added()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Chat = new PageOptions { Hosts = ["bot.example"] } });
        Assert.Equal(HttpStatusCode.OK, await AskAsync(bench, "/", "Bot.example:80", "http://bot.example", "same-origin"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(bench, "/", "other.example", null, null));
    }

    [Fact]
    public async Task Beyond_loopback_it_listens_only_when_told_and_answers_to_numbers()
    {
        var told = new PlaygroundOptions { Url = new Uri("http://0.0.0.0:0"), BeyondLoopback = true };
        await using var server = await PlaygroundServer.StartAsync(told);
        Assert.Equal("127.0.0.1", server.Url.Host);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, $"/bot{server.Token}/getMe")) { Headers = { Host = "192.0.2.7:80" } };
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request)).StatusCode);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Url, $"/bot{server.Token}/getMe")) { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(foreign)).StatusCode);
    }

    private static async Task<HttpStatusCode> AskAsync(Bench bench, string path, string? host, string? origin, string? site, string? mode = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(bench.Server.Url, path));
        request.Headers.Host = host;
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (site is not null) request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        if (mode is not null) request.Headers.TryAddWithoutValidation("Sec-Fetch-Mode", mode);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cica.Playground.Page.Tests;

/// <summary>What is served, without a browser: files, headers, deeds that are refused.</summary>
public sealed partial class ServedTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private PlaygroundServer _server = null!;

    public async Task InitializeAsync() => _server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Chat = new PageOptions(), Clock = new AdjustableClock() });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task The_page_and_every_file_it_names_come_from_the_assembly()
    {
        var html = await TextAsync("/");
        var named = Files().Matches(html).Select(m => m.Groups[1].Value).ToList();
        Assert.Contains("script/app.js", named);
        var seen = new HashSet<string>();
        var open = new Queue<string>(named.Append("languages/en.json").Append("languages/ru.json"));
        while (open.TryDequeue(out var file))
        {
            if (!seen.Add(file)) continue;
            var text = await TextAsync("/" + file);
            Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
            foreach (Match import in Imports().Matches(text)) open.Enqueue("script/" + import.Groups[1].Value);
        }
        Assert.True(seen.Count > 20, "the imports were not followed");
        // Named in the page, the modules are fetched side by side instead of one import after the other.
        Assert.Equal(seen.Where(f => f.StartsWith("script/", StringComparison.Ordinal)).Order(), named.Where(f => f.StartsWith("script/", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task No_script_and_no_style_stands_in_the_page_and_nothing_comes_from_elsewhere()
    {
        var html = await TextAsync("/");
        Assert.DoesNotMatch("<script(?![^>]*src=)|<style|style=|\\son[a-z]+=", html);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
        using var answer = await _http.GetAsync(_server.Url);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Every_word_is_there_in_both_languages_and_every_word_asked_for_exists()
    {
        var (english, russian) = (await WordsAsync("en"), await WordsAsync("ru"));
        Assert.Equal(english.Keys.Order(), russian.Keys.Order());
        Assert.All(english, w => Assert.Equal(Values().Matches(w.Value).Select(m => m.Value).Order(), Values().Matches(russian[w.Key]).Select(m => m.Value).Order()));
        var scripts = Imports().Matches(await TextAsync("/script/app.js")).Select(m => m.Groups[1].Value).Concat(["suggest.js", "keyboard.js", "service.js", "text.js", "times.js", "api.js"]);
        foreach (var script in scripts)
            Assert.All(Asked().Matches(await TextAsync("/script/" + script)).Select(m => m.Groups[1].Value), w => Assert.True(english.ContainsKey(w), $"{script} asks for \"{w}\""));
    }

    [Fact]
    public async Task A_file_the_browser_has_is_not_sent_again()
    {
        using var first = await _http.GetAsync(new Uri(_server.Url, "/script/app.js"));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Url, "/script/app.js"));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync(new Uri(_server.Url, "/script/none.js"))).StatusCode);
    }

    [Theory]
    [InlineData("say", "{", 400)]
    [InlineData("say", "null", 400)]
    [InlineData("say", "{\"person\":1,\"place\":1,\"text\":\"x\"}", 404)]
    [InlineData("nonsense", "{\"person\":PERSON}", 404)]
    [InlineData("say", "{\"person\":PERSON,\"place\":PERSON,\"text\":\"  \"}", 409)]
    [InlineData("start", "{\"person\":PERSON,\"payload\":\"no blanks\"}", 409)]
    [InlineData("clock", "{\"seconds\":-5}", 409)]
    [InlineData("clock", "{\"seconds\":1e300}", 409)]
    [InlineData("clock", "{\"until\":-1e300}", 409)]
    [InlineData("clock", "{\"until\":1e300}", 409)]
    [InlineData("language", "{\"person\":PERSON,\"language\":\"<b>\"}", 409)]
    [InlineData("choose", "{\"person\":PERSON,\"list\":\"1\",\"result\":\"1\"}", 404)]
    [InlineData("tap", "{\"person\":PERSON,\"place\":PERSON,\"message\":99,\"data\":\"x\"}", 409)]
    public async Task What_cannot_be_done_is_refused_and_nothing_breaks(string deed, string body, int status)
    {
        var person = _server.People.Everybody[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var content = new StringContent(body.Replace("PERSON", person, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(_server.Url, "/api/" + deed), content);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotNull((string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"]);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_deed_in_a_type_that_any_page_could_send_is_refused(string type)
    {
        using var content = new StringContent("{}", Encoding.UTF8, type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _http.PostAsync(new Uri(_server.Url, "/api/say"), content)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _http.PostAsync(new Uri(_server.Url, "/api/upload"), content)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _http.GetAsync(new Uri(_server.Url, "/api/say"))).StatusCode);
    }

    [Fact]
    public async Task A_file_is_never_served_as_a_page()
    {
        var person = _server.People.Everybody[0];
        var sent = person.SendDocument(person.Private, "page.html", "<script>alert(1)</script>"u8.ToArray());
        using var answer = await _http.GetAsync(new Uri(_server.Url, "/api/files/" + sent.Document!.FileId));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_stops_at_once_while_a_page_is_open()
    {
        var server = await PlaygroundServer.StartAsync(new PlaygroundOptions { Chat = new PageOptions() });
        using var events = await _http.GetAsync(new Uri(server.Url, "/api/events"), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", events.Content.Headers.ContentType!.MediaType);
        await server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
    }

    private async Task<string> TextAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(_server.Url, path));
        Assert.True(answer.IsSuccessStatusCode, $"{path} is not there");
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<Dictionary<string, string>> WordsAsync(string language) =>
        System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(await TextAsync($"/languages/{language}.json"))!;

    [GeneratedRegex("(?:src|href)=\"([a-z][a-z/.]+)\"")]
    private static partial Regex Files();

    [GeneratedRegex(@"from '\./([a-z]+\.js)'")]
    private static partial Regex Imports();

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Values();

    [GeneratedRegex(@"\bword\('([a-z_]+)'")]
    private static partial Regex Asked();
}

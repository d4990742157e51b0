using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Cica.Playground.Tests.Http;

public sealed class EndpointTests
{
    [Fact]
    public async Task Parameters_come_alike_from_the_address_a_form_multipart_and_JSON()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Pace = PaceOptions.None });
        var ann = bench.Server.People.NewPerson("Ann");
        ann.Start();
        using var http = new HttpClient();
        var url = $"{bench.Server.Url}bot{bench.Server.Token}/sendMessage";
        const string Markup = """{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""";
        var fields = new Dictionary<string, string> { ["chat_id"] = ann.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), ["text"] = "<b>x</b>", ["parse_mode"] = "html", ["reply_markup"] = Markup };
        using var form = new FormUrlEncodedContent(fields);
        using var multipart = new MultipartFormDataContent();
        foreach (var (name, value) in fields) multipart.Add(new StringContent(value), name);
        using var json = new StringContent($$"""{"chat_id":{{ann.Id}},"text":"<b>x</b>","parse_mode":"HTML","reply_markup":{{Markup}}}""", Encoding.UTF8, "application/json");

        var query = string.Join('&', fields.Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
        HttpResponseMessage[] answers = [await http.GetAsync(new Uri($"{url}?{query}")), await http.PostAsync(new Uri(url), form), await http.PostAsync(new Uri(url), multipart), await http.PostAsync(new Uri(url), json)];
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.All(ann.Private.FromBot, l => Assert.Equal(("x", "bold", "b"), (l.Text, l.Wire.Entities![0].Type, l.Wire.ReplyMarkup!.InlineKeyboard[0][0].CallbackData)));
        Assert.Equal(4, ann.Private.FromBot.Count);
    }

    [Theory]
    [InlineData("/", 404, "Not Found")]
    [InlineData("/bot123", 404, "Not Found")]
    [InlineData("/botnonsense/getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData("/bot7000000001:wrong/getMe", 401, "Unauthorized")]
    [InlineData("/file/bot7000000001:wrong/documents/x", 401, "Unauthorized")]
    public async Task What_is_no_call_of_ours_is_refused_as_telegram_does(string path, int code, string description)
    {
        await using var bench = await Bench.OpenAsync();
        using var http = new HttpClient();
        var answer = await http.GetAsync(new Uri(bench.Server.Url, path));
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((code, code, description, false), ((int)answer.StatusCode, (int)body["error_code"]!, (string)body["description"]!, (bool)body["ok"]!));
    }

    [Fact]
    public async Task An_unknown_method_is_named_with_those_there_are_and_the_case_of_names_does_not_matter()
    {
        await using var bench = await Bench.OpenAsync();
        using var http = new HttpClient();
        var unknown = await http.GetStringOrErrorAsync($"{bench.Server.Url}bot{bench.Server.Token}/sendHologram");
        Assert.StartsWith("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found: method not found", unknown, StringComparison.Ordinal);
        Assert.Contains("sendHologram", unknown, StringComparison.Ordinal);
        Assert.Contains("sendMessage", unknown, StringComparison.Ordinal);
        Assert.Contains("\"ok\":true", await http.GetStringOrErrorAsync($"{bench.Server.Url}bot{bench.Server.Token}/GETME"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_nobody_reads_is_told_in_the_list_of_calls()
    {
        await using var bench = await Bench.OpenAsync();
        using var http = new HttpClient();
        await http.GetStringOrErrorAsync($"{bench.Server.Url}bot{bench.Server.Token}/getMe?hologram=1");
        Assert.Equal(["hologram"], Assert.Single(bench.Server.Calls.Of("getme")).Ignored);
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_is_refused()
    {
        await using var bench = await Bench.OpenAsync();
        using var http = new HttpClient();
        using var broken = new StringContent("{", Encoding.UTF8, "application/json");
        var answer = await http.PostAsync(new Uri($"{bench.Server.Url}bot{bench.Server.Token}/getMe"), broken);
        Assert.Contains("can't parse JSON object", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_beyond_its_bound_is_too_large()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Bounds = new BoundsOptions { RequestBytes = 1000 } });
        using var http = new HttpClient();
        using var large = new StringContent("{\"text\":\"" + new string('a', 2000) + "\"}", Encoding.UTF8, "application/json");
        var answer = await http.PostAsync(new Uri($"{bench.Server.Url}bot{bench.Server.Token}/sendMessage"), large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Whatever_is_no_call_goes_to_the_page_if_there_is_one()
    {
        await using var bench = await Bench.OpenAsync(o => o with { Page = context => context.Response.WriteAsync("a page") });
        using var http = new HttpClient();
        Assert.Equal("a page", await http.GetStringAsync(bench.Server.Url));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.0.2.1:80")]
    [InlineData("http://example.org")]
    [InlineData("https://127.0.0.1:0")]
    public async Task It_listens_on_loopback_only(string url) =>
        await Assert.ThrowsAsync<ArgumentException>(() => PlaygroundServer.StartAsync(new PlaygroundOptions { Url = new Uri(url) }));

    [Fact]
    public async Task The_address_it_took_is_loopback()
    {
        await using var bench = await Bench.OpenAsync();
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(bench.Server.Url.Host)));
        Assert.NotEqual(0, bench.Server.Url.Port);
    }
}

file static class HttpClientExtensions
{
    public static async Task<string> GetStringOrErrorAsync(this HttpClient http, string url)
    {
        using var answer = await http.GetAsync(new Uri(url));
        return await answer.Content.ReadAsStringAsync();
    }
}

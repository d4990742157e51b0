using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Cica.Playground.Tests.Conformance;

/// <summary>Opens stages for a driver in another process: POST /open, /do, /close, as the page of a playground of its own.</summary>
internal sealed class StageHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Stage> _stages = new();
    private PlaygroundServer _control = null!;

    public Uri Url => _control.Url;

    public static async Task<StageHost> StartAsync()
    {
        var host = new StageHost();
        host._control = await PlaygroundServer.StartAsync(new PlaygroundOptions { Page = host.AnswerAsync });
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stage in _stages.Values) await stage.DisposeAsync();
        await _control.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        JsonObject answer;
        try
        {
            answer = new JsonObject { ["result"] = await RunAsync(context.Request.Path, body) };
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or TimeoutException or KeyNotFoundException)
        {
            context.Response.StatusCode = 400;
            answer = new JsonObject { ["error"] = e.Message };
        }
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }

    private async Task<JsonNode?> RunAsync(string path, JsonNode body)
    {
        switch (path)
        {
            case "/open":
                var stage = await Stage.OpenAsync();
                var id = Guid.NewGuid().ToString("n");
                _stages[id] = stage;
                var people = stage.People;
                people["bot"] = stage.Server.Options.Bot.Id;
                return new JsonObject { ["id"] = id, ["url"] = stage.Server.Url.ToString(), ["token"] = stage.Server.Token, ["people"] = people };
            case "/do":
                return await _stages[(string)body["stage"]!].DoAsync(body["step"]!.AsObject());
            default:
                if (_stages.TryRemove((string)body["stage"]!, out var done)) await done.DisposeAsync();
                return null;
        }
    }
}

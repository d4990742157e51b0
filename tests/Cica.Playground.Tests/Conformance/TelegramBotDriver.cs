using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace Cica.Playground.Tests.Conformance;

/// <summary>Runs a case with an unmodified Telegram.Bot: its own request types, its own JSON, its own exceptions.</summary>
internal sealed class TelegramBotDriver(Stage stage)
{
    private readonly Variables _variables = new();
    private readonly Dictionary<string, Task<Outcome>> _later = [];

    public async Task RunAsync(ConformanceCase listed)
    {
        foreach (var (name, id) in stage.People) _variables.Set(name, id);
        _variables.Set("bot", stage.Server.Options.Bot.Id);
        var number = 0;
        foreach (var raw in listed.Steps)
        {
            var step = _variables.Fill(raw)!.AsObject();
            number++;
            var difference = await StepAsync(step, raw!);
            Assert.True(difference is null, $"step {number}, {Short(step)}: {difference}");
        }
    }

    private async Task<string?> StepAsync(JsonObject step, JsonNode raw)
    {
        Outcome outcome;
        if (step["do"] is not null) outcome = new Outcome(await stage.DoAsync(step), null);
        else if (step["download"] is { } path) outcome = await DownloadAsync((string)path!);
        else if (step["await"] is { } awaited) outcome = await _later[(string)awaited!].WaitAsync(TimeSpan.FromSeconds(60));
        else
        {
            var call = CallAsync(step);
            if (step["later"] is { } name)
            {
                _later[(string)name!] = call;
                return null;
            }
            outcome = await call;
        }
        if (step["fails"] is { } failure) return JsonMatch.Difference(failure, outcome.Failure, "$failure");
        if (outcome.Failure is not null) return "failed with " + outcome.Failure.ToJsonString();
        _variables.Keep(raw["keep"], outcome.Result);
        return step["gives"] is { } expected ? JsonMatch.Difference(expected, outcome.Result) : null;
    }

    private async Task<Outcome> CallAsync(JsonObject step)
    {
        var token = step["token"]?.ToString() ?? stage.Server.Token;
        var options = new TelegramBotClientOptions(token, stage.Server.Url.ToString()) { RetryCount = 0, RetryThreshold = 0 };
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(70) };
        try
        {
            var client = new TelegramBotClient(options, http);
            return new Outcome(await SendAsync(client, (string)step["call"]!, step["with"]?.AsObject() ?? []), null);
        }
        catch (ApiRequestException refused)
        {
            return new Outcome(null, new JsonObject
            {
                ["code"] = refused.ErrorCode,
                ["text"] = refused.Message,
                ["retry_after"] = refused.Parameters?.RetryAfter,
                ["migrate_to_chat_id"] = refused.Parameters?.MigrateToChatId,
            });
        }
        catch (RequestException broken)
        {
            return new Outcome(null, new JsonObject { ["code"] = 0, ["text"] = "no answer of the Bot API", ["detail"] = broken.Message });
        }
    }

    private static async Task<JsonNode?> SendAsync(TelegramBotClient client, string method, JsonObject parameters)
    {
        var name = char.ToUpperInvariant(method[0]) + method[1..];
        // Telegram.Bot has types of their own for messages sent inline.
        if (parameters.ContainsKey("inline_message_id")) name = name.Replace("EditMessage", "EditInlineMessage", StringComparison.Ordinal);
        var type = typeof(SendMessageRequest).Assembly.GetType($"Telegram.Bot.Requests.{name}Request") ?? typeof(AnyRequest);
        var request = type == typeof(AnyRequest) ? new AnyRequest(method) : Make(type, parameters);
        var result = type.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        var send = typeof(TelegramBotClient).GetMethod(nameof(TelegramBotClient.SendRequest))!.MakeGenericMethod(result);
        var task = (Task)send.Invoke(client, [request, CancellationToken.None])!;
        await task;
        var answer = task.GetType().GetProperty("Result")!.GetValue(task);
        return JsonSerializer.SerializeToNode(answer, answer!.GetType(), JsonBotAPI.Options);
    }

    private static object Make(Type type, JsonObject parameters)
    {
        var files = parameters.Where(p => p.Value is JsonObject o && o["$file"] is not null).Select(p => (p.Key, p.Value!["$file"]!)).ToList();
        // A file cannot come out of JSON: its place is held by an id, then filled.
        foreach (var (name, _) in files) parameters[name] = "held";
        var (many, one) = (parameters["results"]?.AsArray(), parameters["result"]);
        if (many is not null) parameters["results"] = new JsonArray();
        if (one is not null) parameters["result"] = null;
        var request = parameters.Deserialize(type, JsonBotAPI.Options)!;
        if (many is not null) ((AnswerInlineQueryRequest)request).Results = [.. many.Select(r => InlineResults.Make(r!))];
        if (one is not null) ((AnswerGuestQueryRequest)request).Result = InlineResults.Make(one);
        foreach (var (name, file) in files)
        {
            var content = file["base64"] is { } coded ? Convert.FromBase64String((string)coded!) : Encoding.UTF8.GetBytes((string)file["text"]!);
            var property = type.GetProperties().Single(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            property.SetValue(request, InputFile.FromStream(new MemoryStream(content), (string)file["name"]!));
        }
        return request;
    }

    private async Task<Outcome> DownloadAsync(string path)
    {
        using var http = new HttpClient();
        var response = await http.GetAsync(new Uri(stage.Server.Url, $"/file/bot{stage.Server.Token}/{path}"));
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? new Outcome(text, null) : new Outcome(null, new JsonObject { ["code"] = (int)response.StatusCode });
    }

    private static string Short(JsonObject step) => step.ToJsonString() is { Length: > 200 } text ? text[..200] + "…" : step.ToJsonString();

    private sealed record Outcome(JsonNode? Result, JsonNode? Failure);

    private sealed class AnyRequest(string method) : RequestBase<JsonElement>(method);
}

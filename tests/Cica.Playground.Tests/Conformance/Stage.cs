using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cica.Playground.Faults;
using Cica.Playground.People;
using Microsoft.Extensions.Time.Testing;

namespace Cica.Playground.Tests.Conformance;

/// <summary>A fresh playground for one case, and what its people do, by words that any client's driver can send.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly Dictionary<string, Tap> _taps = [];
    private readonly Dictionary<string, InlineTurn> _turns = [];
    private readonly Dictionary<string, InlineList> _lists = [];
    private readonly FakeTimeProvider _clock;
    private readonly Dictionary<string, Person> _people;
    private WebhookInbox? _inbox;

    private Stage(PlaygroundServer server, FakeTimeProvider clock)
    {
        Server = server;
        _clock = clock;
        server.People.Waits.Patience = TimeSpan.FromSeconds(60);
        _people = new[] { server.People.NewPerson("Ann", "en", "ann"), server.People.NewPerson("Boris", "ru"), server.People.NewPerson("Carol", null) }
            .ToDictionary(p => p.Name.ToLowerInvariant());
    }

    public PlaygroundServer Server { get; }

    public JsonObject People => new(_people.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value.Id)));

    public static async Task<Stage> OpenAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 11, 9, 0, 0, TimeSpan.Zero));
        return new Stage(await PlaygroundServer.StartAsync(new PlaygroundOptions { Clock = clock }), clock);
    }

    /// <summary>Carries out one step of the people's side and tells what came of it.</summary>
    public async Task<JsonNode?> DoAsync(JsonObject step)
    {
        string Word(string name) => step[name]?.ToString() ?? throw new InvalidOperationException($"\"{step["do"]}\" needs \"{name}\".");
        int? Number(string name) => step[name] is { } value ? int.Parse(value.ToString(), CultureInfo.InvariantCulture) : null;
        Person Who(string name = "who") => _people[Word(name)];
        Place Where() => step["where"] is { } id ? Server.People.Place(long.Parse(id.ToString(), CultureInfo.InvariantCulture)) : Who().Private;
        switch (Word("do"))
        {
            case "start": return Wire(Who().Start(step["payload"]?.ToString()));
            case "say": return Wire(Who().Say(Where(), Word("text"), Number("answer_to"), Number("topic")));
            case "edit": return Wire(Who().Edit(Where(), Number("message")!.Value, Word("text")));
            case "send document": return Wire(Who().SendDocument(Where(), Word("name"), System.Text.Encoding.UTF8.GetBytes(Word("content"))));
            case "block": Who().Block(); return null;
            case "unblock": Who().Unblock(); return null;
            case "deactivate": Who().Deactivate(); return null;
            case "open group": return Server.People.NewGroup("Delegates", Who(), [.. _people.Values.Where(p => p.Id != Who().Id).Take(1)]).Id;
            case "open supergroup": return Server.People.NewSupergroup("Delegations", Who(), step["username"]?.ToString(), step["forum"] is not null, [.. _people.Values.Where(p => p.Id != Who().Id).Take(1)]).Id;
            case "open channel": return Server.People.NewChannel("News", Who()).Id;
            case "open topic": return Where().OpenTopic(Word("name"), Who());
            case "close topic": Where().CloseTopic(Number("topic")!.Value); return null;
            case "add bot": Where().AddBot(Who()); return null;
            case "promote bot": Where().PromoteBot(Who()); return null;
            case "kick bot": Where().KickBot(Who()); return null;
            case "promote": Where().Promote(Who("whom"), Who(), step["anonymous"] is not null); return null;
            case "join": Who().Join(Where()); return null;
            case "leave": Who().Leave(Where()); return null;
            case "migrate": return Where().Migrate(Who()).Id;
            case "tap": return (_taps[Word("as")] = Who().Tap(Where(), Number("message")!.Value, Word("button"))).QueryId;
            case "see notice": return JsonSerializer.SerializeToNode(await _taps[Word("as")].AnswerAsync(), SnakeCase);
            case "ask inline": return (_turns[Word("as")] = Who().TypeInline(Where(), Word("query"), step["offset"]?.ToString() ?? "")).QueryId;
            case "see list": return See(_lists[Word("as")] = await _turns[Word("as")].ListAsync());
            case "choose": return Wire(Who().Choose(_lists[Word("as")], Word("result")));
            case "see chat": return JsonSerializer.SerializeToNode(Where().Transcript.Select(l => l.ToString()));
            case "see activity": return new JsonObject { ["activity"] = Where().Activity };
            case "see commands": return JsonSerializer.SerializeToNode(Where().CommandsFor(Who()).Select(c => c.Command));
            case "see profile": return JsonSerializer.SerializeToNode(Server.People.BotSeenIn(Word("language")), SnakeCase);
            case "wait for poll": await Server.People.Waits.UntilAsync(() => Server.People.IsPolled, "a held poll"); return null;
            case "let pass": _clock.Advance(TimeSpan.FromSeconds(double.Parse(Word("seconds"), CultureInfo.InvariantCulture))); return null;
            case "order fault": Server.Faults.Order(Ordered(Word("fault")) with { Method = step["method"]?.ToString() }); return null;
            case "open webhook": return (_inbox = await WebhookInbox.StartAsync(Number("failures") ?? 0)).Url.ToString();
            case "see webhook": return await _inbox!.NextAsync();
            // What is seen at the other end the server may not have heard of yet.
            case "wait for deliveries": await Server.People.Waits.UntilAsync(() => Server.People.PendingUpdates == 0, "all deliveries"); return null;
            default: throw new InvalidOperationException($"Nobody knows how to \"{step["do"]}\".");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        if (_inbox is not null) await _inbox.DisposeAsync();
    }

    private static Fault Ordered(string name) => name switch
    {
        "page" => Fault.Page(),
        "cut before" => Fault.CutBefore(),
        "cut after" => Fault.CutAfter(),
        _ => Fault.TooMany(7),
    };

    private static JsonNode? Wire(object message) => JsonSerializer.SerializeToNode(message, message.GetType(), Cica.Playground.Wire.WireJson.Options);

    private static JsonObject See(InlineList list) => new()
    {
        ["results"] = new JsonArray([.. list.Results.Select(r => (JsonNode)r.Id)]),
        ["titles"] = new JsonArray([.. list.Results.Select(r => (JsonNode)r.Title)]),
        ["next_offset"] = list.NextOffset,
        ["button"] = list.ButtonText,
    };
}

using System.Globalization;
using Cica.Answers;
using Cica.Bot.Operations;
using Cica.Bot.Settings;
using Cica.Bot.Storage.LiteDb;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Conversing;
using Cica.Bot.Telegram.Rendering;
using Cica.Knowledge.Loading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Cica.Bot.Benchmarks;

/// <summary>What an answer costs on one thread, without any server: the engine alone, and with the conversation and the message made of it.</summary>
internal static class Parts
{
    private const int Rounds = 5;
    private const int Users = 64;
    private static readonly Place Here = new(1, null, IsPrivate: true, 1, "en", 1);

    public static async Task RunAsync()
    {
        var directory = Directory.CreateTempSubdirectory("cica-benchmark-").FullName;
        try
        {
            var data = Path.Combine(AppContext.BaseDirectory, "data");
            var server = new Uri("http://127.0.0.1:1");
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var engine = new EngineHolder(KnowledgeLoader.Load(data, today).Snapshot!, DataVersion.Of(data));
            var settings = new BotSettings
            {
                Telegram = new TelegramSettings { Token = "1:parts", ApiBaseUrl = server, Mode = TelegramMode.Polling, WebhookListen = server, Admins = [], Pace = PaceSettings.None, FloodPerMinute = 0 },
                DataPath = data,
                StoragePath = Path.Combine(directory, "cica.db"),
                PlaygroundUrl = server,
                HealthUrl = null,
            };
            await using var storage = LiteDbStorage.Open(settings.StoragePath, 1, TimeProvider.System);
            using var host = BotHost.Build(settings, new ConfigurationBuilder().Build(), storage, "1:parts", server, TimeProvider.System, services => services.AddEngine(engine, settings.Telegram));
            var responder = host.Services.GetRequiredService<IResponder>();
            var questions = Crowd.Questions();
            await MeasureAsync("the engine alone", questions, (text, _) =>
            {
                engine.Engine.Ask(new Question(text, today));
                return ValueTask.CompletedTask;
            });
            var last = new Conversation?[Users];
            await MeasureAsync("the engine, each question after the one before it", questions, (text, i) =>
            {
                last[i % Users] = engine.Engine.Ask(new Question(text, today, null, last[i % Users])).Conversation ?? last[i % Users];
                return ValueTask.CompletedTask;
            });
            var answers = questions.Select(text => (Asked: new Asked(text, null), Answer: engine.Engine.Ask(new Question(text, today)))).ToArray();
            await MeasureAsync("an answer to its message", questions, (_, i) =>
            {
                Outgoing.Answer(Here, new Answered(engine.Engine, answers[i].Asked, answers[i].Answer));
                return ValueTask.CompletedTask;
            });
            await MeasureAsync("a conversation in the letters a button has room for", questions, (_, i) =>
            {
                if (answers[i].Answer.Conversation is { } conversation) AnswerEngine.Keep(conversation, ButtonData.RoomFor(ButtonKind.Ask));
                return ValueTask.CompletedTask;
            });
            await MeasureAsync("a question's short hash", questions, (text, _) =>
            {
                QuestionTable.Hash(text);
                return ValueTask.CompletedTask;
            });
            await MeasureAsync("an update to its replies", questions, async (text, i) => await responder.RespondAsync(Asked(text, i), CancellationToken.None));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task MeasureAsync(string what, string[] questions, Func<string, int, ValueTask> run)
    {
        for (var i = 0; i < questions.Length; i++) await run(questions[i], i);
        var times = new List<double>();
        var allocated = GC.GetTotalAllocatedBytes();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < questions.Length; i++)
            {
                var start = TimeProvider.System.GetTimestamp();
                await run(questions[i], i);
                times.Add(TimeProvider.System.GetElapsedTime(start).TotalMicroseconds);
            }
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {times[times.Count / 2]:0.0} µs, mean {times.Average():0.0} µs, {(GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / times.Count:0.0} KB allocated"));
    }

    private static Update Asked(string text, int i) => new()
    {
        Id = i,
        Message = new Message { Id = i, Text = text, Chat = new Chat { Id = (i % Users) + 1, Type = ChatType.Private }, From = new User { Id = (i % Users) + 1, FirstName = "A" } },
    };
}

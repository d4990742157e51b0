using Cica.Answers;
using Cica.Bot.Operations;
using Cica.Bot.Storage;
using Cica.Bot.Telegram;
using Cica.Bot.Telegram.Conversing;
using Cica.Knowledge.Loading;
using Cica.Knowledge.Querying;
using Cica.Playground;
using Cica.Playground.People;
using Microsoft.Extensions.Time.Testing;

namespace Cica.Bot.Tests.Talking;

/// <summary>The facts, loaded once for all tests: they do not change.</summary>
public static class Facts
{
    private static readonly Lazy<KnowledgeSnapshot> Loaded = new(() =>
    {
        var root = AppContext.BaseDirectory;
        return KnowledgeLoader.Load(Path.Combine(root, "data"), new DateOnly(2026, 11, 1)).Snapshot ?? throw new InvalidOperationException("the data is broken");
    });

    private static readonly Lazy<EngineHolder> Held = new(() => new EngineHolder(Loaded.Value, "test"));

    /// <summary>The snapshot.</summary>
    public static KnowledgeSnapshot Snapshot => Loaded.Value;

    /// <summary>The engine over it.</summary>
    public static ICurrentEngine Engine => Held.Value;
}

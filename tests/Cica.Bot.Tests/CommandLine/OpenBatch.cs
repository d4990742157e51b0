using static Cica.Bot.Tests.CommandLine.PublishedProgram;

namespace Cica.Bot.Tests.CommandLine;

/// <summary>A batch that is running and is asked by one test after the other.</summary>
public sealed class OpenBatch : IAsyncLifetime
{
    private Talk? talk;
    private int asked;

    /// <summary>The program, for a batch of one's own.</summary>
    public PublishedProgram Program { get; } = new();

    /// <summary>Writes the lines, and reads everything that comes until they are all dealt with.</summary>
    public async Task<List<string>> AskAsync(params string[] lines)
    {
        // It answers in order: when this one's turn has come, nothing more of the others can.
        var last = $"last-{++asked}";
        var writing = talk!.WriteAsync(string.Join('\n', lines) + $$"""{{"\n"}}{"id":"{{last}}"}{{"\n"}}""");
        var replies = new List<string>();
        for (var line = await talk.ReadLineAsync(); !line.Contains(last, StringComparison.Ordinal); line = await talk.ReadLineAsync())
            replies.Add(line);
        await writing;
        return replies;
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        await Program.InitializeAsync();
        talk = Program.Open(new Call("ask", "--batch"));
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (talk is not null) await talk.DisposeAsync();
        await Program.DisposeAsync();
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cica.Bot.EndToEnd.Tests.Support;

/// <summary>What the bot has logged, at every level.</summary>
internal sealed class LogBook : ILoggerProvider
{
    private readonly ConcurrentQueue<Line> lines = new();

    public IReadOnlyList<Line> Lines => [.. lines];

    public IReadOnlyList<Line> Of(int id) => [.. lines.Where(l => l.Id == id)];

    public ILogger CreateLogger(string categoryName) => new Writer(lines);

    public void Dispose()
    {
    }

    internal sealed record Line(int Id, LogLevel Level, string Text);

    private sealed class Writer(ConcurrentQueue<Line> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new Line(eventId.Id, logLevel, formatter(state, exception) + " " + exception));
    }
}

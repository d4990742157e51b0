using System.Buffers;
using Cica.Playground.People;
using Cica.Playground.Wire;

namespace Cica.Playground.Page;

/// <summary>What one open page has been told, so that it is told only what is new.</summary>
internal sealed class SentParts(PeopleSide people, CallLog calls, Look look, long viewer, AdjustableClock? clock)
{
    private const int MostCalls = 200;

    private readonly Dictionary<string, byte[]> _sent = [];
    private readonly Dictionary<int, WireMessage> _messages = [];
    private readonly Secrets _secrets = new(people.World.Options.Bot.Token);
    private bool _isFirst = true;
    private long _calls;
    private TimeSpan? _ahead;

    /// <summary>The events to send now.</summary>
    public ArrayBufferWriter<byte> News()
    {
        var news = new ArrayBufferWriter<byte>(4096);
        if (_isFirst) Write(news, "viewer", WireJson.Bytes(viewer));
        Clock(news);
        Part(news, "bot", look.Bot());
        Part(news, "place", look.Place());
        Messages(news);
        Part(news, "chats", look.Chats());
        Part(news, "people", look.People());
        Calls(news);
        _isFirst = false;
        return news;
    }

    private void Part<T>(ArrayBufferWriter<byte> news, string name, T value)
    {
        var bytes = WireJson.Bytes(value);
        if (_sent.TryGetValue(name, out var before) && before.AsSpan().SequenceEqual(bytes)) return;
        _sent[name] = bytes;
        Write(news, name, bytes);
    }

    private void Clock(ArrayBufferWriter<byte> news)
    {
        var ahead = clock?.Ahead ?? TimeSpan.Zero;
        if (_ahead == ahead) return;
        _ahead = ahead;
        var now = (people.World.Clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
        Write(news, "clock", WireJson.Bytes(new ClockView(now, clock is not null, ahead.TotalSeconds)));
    }

    // Messages are immutable records: another one under the same number is an edit.
    private void Messages(ArrayBufferWriter<byte> news)
    {
        var now = look.Messages();
        var changed = now.Where(m => !_messages.TryGetValue(m.Message.MessageId, out var before) || !ReferenceEquals(before, m.Message)).ToList();
        foreach (var view in changed) _messages[view.Message.MessageId] = view.Message;
        List<int> gone = _messages.Count == now.Count ? [] : [.. _messages.Keys.Except(now.Select(m => m.Message.MessageId))];
        foreach (var id in gone) _messages.Remove(id);
        if (_isFirst || changed.Count > 0 || gone.Count > 0) Write(news, "messages", WireJson.Bytes(new MessagesView(_isFirst, changed, gone)));
    }

    private void Calls(ArrayBufferWriter<byte> news)
    {
        var (total, latest) = calls.After(_calls, MostCalls);
        if (total == _calls) return;
        _calls = total;
        var first = total - latest.Count + 1;
        Write(news, "calls", WireJson.Bytes(latest.Select((c, i) => View(c, first + i)).ToList()));
    }

    private CallView View(CallRecord call, long number) =>
        new(number, (call.At - DateTimeOffset.UnixEpoch).TotalMilliseconds, _secrets.Hide(call.Method), call.Status, call.Refusal is { } refusal ? _secrets.Hide(refusal) : null,
            Math.Round(call.Took.TotalMilliseconds, 1), _secrets.Hide(call.Parameters), call.Ignored);

    // JSON has no raw line breaks, so one data line is enough.
    private static void Write(ArrayBufferWriter<byte> news, string name, byte[] json)
    {
        news.Write("event: "u8);
        news.Write(System.Text.Encoding.UTF8.GetBytes(name));
        news.Write("\ndata: "u8);
        news.Write(json);
        news.Write("\n\n"u8);
    }
}

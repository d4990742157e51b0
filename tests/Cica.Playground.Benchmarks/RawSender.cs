using System.Net.Sockets;
using System.Text;

namespace Cica.Playground.Benchmarks;

/// <summary>Sends the same call again and again over one connection, with as little work of its own as can be: the server is measured, not a client library.</summary>
internal sealed class RawSender : IDisposable
{
    private readonly byte[] _request;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    public RawSender(PlaygroundServer server, long chat)
    {
        var body = $$$"""{"chat_id":{{{chat}}},"text":"<b>Azerbaijan</b> chairs CICA, since 17 December 2024.\nSource: Report, 11 March 2026","parse_mode":"Html","reply_markup":{"inline_keyboard":[[{"text":"Who chaired before?","callback_data":"v1|before"}]]}}""";
        _request = Encoding.UTF8.GetBytes($"POST /bot{server.Token}/sendMessage HTTP/1.1\r\nHost: {server.Url.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        _socket.Connect(server.Url.Host, server.Url.Port);
    }

    public async Task<long> RunAsync(CancellationToken end)
    {
        for (long count = 0; ; count++)
        {
            if (end.IsCancellationRequested) return count;
            await _socket.SendAsync(_request, SocketFlags.None, CancellationToken.None);
            await ReadAnswerAsync();
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReadAnswerAsync()
    {
        var read = 0;
        while (true)
        {
            read += await _socket.ReceiveAsync(_buffer.AsMemory(read), SocketFlags.None, CancellationToken.None);
            var head = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
            if (head < 0) continue;
            if (!_buffer.AsSpan(0, 15).SequenceEqual("HTTP/1.1 200 OK"u8)) throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, read));
            if (read >= head + 4 + Length(_buffer.AsSpan(0, head))) return;
        }
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        var rest = head[(head.IndexOf("Content-Length: "u8) + 16)..];
        var length = 0;
        foreach (var digit in rest)
        {
            if (digit is < (byte)'0' or > (byte)'9') break;
            length = (length * 10) + digit - '0';
        }
        return length;
    }
}

namespace Cica.Bot.CommandLine;

/// <summary>
/// Cuts a stream of bytes into lines. Before it asks the stream for more, which may wait, it says so: that is the moment to
/// send off what has been written. (A text reader gives no such sign: its Peek waits too.)
/// </summary>
internal sealed class LineReader(Stream input, Action beforeWaiting)
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int scanned;
    private int end;
    private bool ended;

    /// <summary>The next line without its line feed, valid until the next call; false at the end of input.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var feed = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = buffer.AsSpan(start, scanned + feed - start);
                start = scanned += feed + 1;
                return true;
            }
            scanned = end;
            if (ended)
            {
                line = buffer.AsSpan(start, end - start);
                start = end;
                return !line.IsEmpty;
            }
            MakeRoom();
            beforeWaiting();
            var count = input.Read(buffer, end, buffer.Length - end);
            end += count;
            ended = count == 0;
        }
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, scanned, end) = (0, scanned - start, end - start);
        }
        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
    }
}

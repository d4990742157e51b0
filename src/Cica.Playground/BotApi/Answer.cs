using System.Text.Json;
using Cica.Playground.Wire;

namespace Cica.Playground.BotApi;

/// <summary>A call's result before it is written: a value, or JSON already written (updates are kept so), with an optional remark.</summary>
internal readonly record struct Answer(object? Value, byte[]? Raw = null, string? Remark = null)
{
    private static readonly byte[] Head = "{\"ok\":true,\"result\":"u8.ToArray();
    private static readonly byte[] True = "{\"ok\":true,\"result\":true}"u8.ToArray();

    public static Answer Yes => new(true);

    /// <summary>{"ok":true,"result":…,"description"?:…} (core.telegram.org/bots/api#making-requests).</summary>
    public byte[] ToBody()
    {
        if (Remark is null && Value is true) return True;
        var result = Raw ?? JsonSerializer.SerializeToUtf8Bytes(Value, Value?.GetType() ?? typeof(object), WireJson.Options);
        var tail = Remark is null ? "}"u8.ToArray() : [.. ",\"description\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(Remark), (byte)'}'];
        var body = new byte[Head.Length + result.Length + tail.Length];
        Head.CopyTo(body, 0);
        result.CopyTo(body, Head.Length);
        tail.CopyTo(body, Head.Length + result.Length);
        return body;
    }
}

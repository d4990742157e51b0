using System.Buffers;
using System.Text;

namespace Cica.Knowledge.Loading;

/// <summary>Reads a text file strictly: a file saved in another encoding would else load as well-formed nonsense.</summary>
internal static class Utf8File
{
    /// <summary>The text, or the line (from 1) of the first byte that is no UTF-8.</summary>
    public static (string? Text, int BadLine) Read(string path)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(path);
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return (Encoding.UTF8.GetString(bytes), 0);
        var line = 1;
        while (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.Done)
        {
            if (rune.Value == '\n')
                line++;
            bytes = bytes[length..];
        }
        return (null, line);
    }
}

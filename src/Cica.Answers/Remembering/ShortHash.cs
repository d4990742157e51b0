using System.Security.Cryptography;
using System.Text;

namespace Cica.Answers.Remembering;

/// <summary>A short name for a text that stays the same over restarts and machines.</summary>
public static class ShortHash
{
    /// <summary>The first 64 bits of the SHA-256 of the text in UTF-8.</summary>
    public static ulong Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    /// <summary>The hash in letters of base64url, 6 bits each (10 at most).</summary>
    public static string Letters(string text, int letters)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var hash = Of(text);
        return string.Create(letters, hash, static (span, bits) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Alphabet[(int)(bits >> 58)];
                bits <<= 6;
            }
        });
    }
}

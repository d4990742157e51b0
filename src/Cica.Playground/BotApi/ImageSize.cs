using System.Buffers.Binary;

namespace Cica.Playground.BotApi;

/// <summary>Width and height out of the head of a PNG, GIF or JPEG; null for what is no picture.</summary>
internal static class ImageSize
{
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> image)
    {
        if (image.Length > 24 && image[0] == 0x89 && image[1..4].SequenceEqual("PNG"u8))
            return (BinaryPrimitives.ReadInt32BigEndian(image[16..]), BinaryPrimitives.ReadInt32BigEndian(image[20..]));
        if (image.Length > 10 && image.StartsWith("GIF8"u8))
            return (BinaryPrimitives.ReadUInt16LittleEndian(image[6..]), BinaryPrimitives.ReadUInt16LittleEndian(image[8..]));
        return image.Length > 4 && image[0] == 0xFF && image[1] == 0xD8 ? Jpeg(image) : null;
    }

    private static (int, int)? Jpeg(ReadOnlySpan<byte> image)
    {
        for (var at = 2; at + 9 < image.Length && image[at] == 0xFF;)
        {
            var marker = image[at + 1];
            // Frame headers tell the size; C4, C8 and CC among them are tables.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(image[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(image[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(image[(at + 2)..]);
        }
        return (1, 1);
    }
}

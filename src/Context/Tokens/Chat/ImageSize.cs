using System.Buffers.Binary;

namespace Parsimony.Context;

/// <summary>Reads an image's size from its first bytes: PNG, GIF, JPEG, WebP.</summary>
internal static class ImageSize
{
    /// <summary>Reads the size in pixels.</summary>
    /// <param name="image">The file's bytes.</param>
    /// <returns>The size, or <see langword="null"/> where the format is not known or the file is damaged.</returns>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> image)
    {
        var size = image switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when image.Length >= 24
                => (BinaryPrimitives.ReadInt32BigEndian(image[16..]), BinaryPrimitives.ReadInt32BigEndian(image[20..])),
            [(byte)'G', (byte)'I', (byte)'F', ..] when image.Length >= 10
                => (BinaryPrimitives.ReadUInt16LittleEndian(image[6..]), BinaryPrimitives.ReadUInt16LittleEndian(image[8..])),
            [0xFF, 0xD8, ..] => OfJpeg(image),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] when image.Length >= 30
                => OfWebP(image),
            _ => (0, 0),
        };
        return size is ( > 0, > 0) ? size : null;
    }

    private static (int Width, int Height) OfJpeg(ReadOnlySpan<byte> image)
    {
        for (var at = 2; at + 9 <= image.Length && image[at] == 0xFF;)
        {
            var marker = image[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                // A frame header: length, precision, height, width.
                return (BinaryPrimitives.ReadUInt16BigEndian(image[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(image[(at + 5)..]));
            }

            // 0xFF may be repeated as padding; any other marker in front of the frame header has a length.
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(image[(at + 2)..]);
        }

        return (0, 0);
    }

    private static (int Width, int Height) OfWebP(ReadOnlySpan<byte> image)
    {
        switch (image[15])
        {
            case (byte)' ':
                return (BinaryPrimitives.ReadUInt16LittleEndian(image[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(image[28..]) & 0x3FFF);
            case (byte)'L':
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(image[21..]);
                return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
            case (byte)'X':
                return ((image[24] | image[25] << 8 | image[26] << 16) + 1, (image[27] | image[28] << 8 | image[29] << 16) + 1);
            default:
                return (0, 0);
        }
    }
}

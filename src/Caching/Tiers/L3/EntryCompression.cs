using System.IO.Compression;

namespace Parsimony.Caching;

/// <summary>How the archive compresses an entry. The codec's id is stored with each entry, so that a later codec can stand beside this one.</summary>
internal static class EntryCompression
{
    /// <summary>Stored as it is.</summary>
    public const int Stored = 0;

    /// <summary>Brotli, one entry by itself.</summary>
    public const int Brotli = 1;

    // Quality 5 is the last one that takes microseconds; from 9 on even 300 bytes cost a millisecond.
    private const int Quality = 5;
    private const int WindowBits = 18;
    private const int LongestEntry = 1 << 28;

    /// <summary>Compresses an entry if that is wanted and makes it smaller.</summary>
    public static DiskRow Encode(DiskRow row, bool enabled, int threshold)
    {
        var value = row.Value.Span;
        if (!enabled || value.Length < threshold || row.Codec != Stored)
        {
            return row;
        }

        var buffer = new byte[value.Length];
        return BrotliEncoder.TryCompress(value, buffer, out var written, Quality, WindowBits) && written < value.Length
            ? row with { Value = buffer.AsMemory(0, written), Codec = Brotli, RawLength = value.Length }
            : row;
    }

    /// <summary>The entry as it was before <see cref="Encode"/>; <see langword="null"/> when its bytes make no sense or its codec is unknown here.</summary>
    public static DiskRow? Decode(DiskRow row)
    {
        if (row.Codec == Stored)
        {
            return row;
        }

        if (row.Codec != Brotli || row.RawLength is < 0 or > LongestEntry)
        {
            return null;
        }

        var value = new byte[row.RawLength];
        return BrotliDecoder.TryDecompress(row.Value.Span, value, out var written) && written == value.Length
            ? row with { Value = value, Codec = Stored, RawLength = 0 }
            : null;
    }
}

namespace Parsimony.Caching;

/// <summary>
/// The layout of an entry, little-endian: "PC", version, codec, CRC-32C of all that follows, then the fixed fields, then question,
/// tags, embedding and answer, each with its length in front.
/// </summary>
internal static class EntryFormat
{
    public const byte Version = 1;
    public const int ChecksumAt = 4;
    public const int BodyAt = 8;

    // Key, number, partition, created, expires, input tokens, output tokens, flags.
    public const int VariableAt = BodyAt + CacheDigest.Size + sizeof(uint) + CacheDigest.Size + (4 * sizeof(long)) + 1;

    public static ReadOnlySpan<byte> Magic => "PC"u8;
}

namespace Parsimony.Caching;

/// <summary>One entry as a disk tier keeps it.</summary>
/// <param name="Key">The entry's key.</param>
/// <param name="Value">The bytes as stored.</param>
/// <param name="Expires">When it ends, in UTC ticks.</param>
/// <param name="Tags">The tags it was written under.</param>
/// <param name="Pinned">Whether it must not be evicted: the marks of removed tags.</param>
/// <param name="Codec">How the bytes are compressed; see <see cref="EntryCompression"/>.</param>
/// <param name="RawLength">The length before compression.</param>
internal sealed record DiskRow(
    string Key, ReadOnlyMemory<byte> Value, long Expires, IReadOnlyCollection<string> Tags, bool Pinned = false, int Codec = 0, int RawLength = 0)
{
    /// <summary>What an entry costs beside its bytes: its row, its index entries and their slack.</summary>
    private const int Overhead = 128;

    // A tag may hold any character but this one; tags that do are cut there, and removed by either part.
    private const char Separator = '\u001f';

    /// <summary>Gets the bytes that this entry counts against the tier's bound.</summary>
    public long Size => Value.Length + Key.Length + Overhead + Tags.Sum(static t => (long)t.Length);

    /// <summary>Gets the tags in one text.</summary>
    public string JoinedTags => string.Join(Separator, Tags);

    public static string[] SplitTags(string joined) => joined.Length == 0 ? [] : joined.Split(Separator);
}

using System.Runtime.CompilerServices;

namespace Parsimony.Context;

/// <summary>
/// The tokens of an encoding and their ranks: all bytes in one array, found through an open-addressing hash table. No object per token,
/// so that loading is quick and the collector has nothing to walk. Immutable and thread-safe.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>What <see cref="RankOf"/> and <see cref="RankOfPair"/> return for bytes that are no token.</summary>
    public const int NoRank = int.MaxValue;

    private readonly byte[] bytes;
    private readonly int[] starts;
    private readonly ulong[] slots;
    private readonly int[] pairs;
    private readonly int shift;

    /// <summary>Initializes a new instance of the <see cref="Vocabulary"/> class.</summary>
    /// <param name="lengths">The length of each token, in the order of ranks.</param>
    /// <param name="bytes">The tokens' bytes, in the same order.</param>
    public Vocabulary(ReadOnlySpan<byte> lengths, byte[] bytes)
    {
        this.bytes = bytes;
        starts = new int[lengths.Length + 1];
        pairs = new int[1 << 16];
        Array.Fill(pairs, NoRank);

        // At most 38 % full: most misses end at the first slot.
        var bits = 1;
        while ((1L << bits) < lengths.Length * 2.6)
        {
            bits++;
        }

        slots = new ulong[1 << bits];
        shift = 64 - bits;
        var start = 0;
        for (var rank = 0; rank < lengths.Length; rank++)
        {
            starts[rank] = start;
            var token = bytes.AsSpan(start, lengths[rank]);
            start += token.Length;
            Insert(token, rank);
            if (token.Length == 2)
            {
                pairs[token[0] | token[1] << 8] = rank;
            }
        }

        starts[^1] = start;
        if (start != bytes.Length)
        {
            throw new InvalidDataException("The rank table is damaged: its lengths do not add up to its bytes.");
        }
    }

    /// <summary>Gets the number of tokens.</summary>
    public int Count => starts.Length - 1;

    /// <summary>Finds a token's rank.</summary>
    /// <param name="token">The token's bytes; at least one.</param>
    /// <returns>The rank, or <see cref="NoRank"/>.</returns>
    public int RankOf(ReadOnlySpan<byte> token)
    {
        var hash = SpanHash.Of(token);
        for (var slot = hash >> shift; ; slot++)
        {
            var entry = slots[slot & (ulong)(slots.Length - 1)];
            if (entry == 0)
            {
                return NoRank;
            }

            if ((uint)(entry >> 32) == (uint)hash)
            {
                var rank = (int)(uint)entry - 1;
                if (token.SequenceEqual(bytes.AsSpan(starts[rank], starts[rank + 1] - starts[rank])))
                {
                    return rank;
                }
            }
        }
    }

    /// <summary>Finds the rank of a token of two bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RankOfPair(byte first, byte second) => pairs[first | second << 8];

    private void Insert(ReadOnlySpan<byte> token, int rank)
    {
        var hash = SpanHash.Of(token);
        var slot = hash >> shift;
        while (slots[slot & (ulong)(slots.Length - 1)] != 0)
        {
            slot++;
        }

        // High half: part of the hash, so that a look-up seldom touches another token's bytes. Low half: rank + 1.
        slots[slot & (ulong)(slots.Length - 1)] = (hash << 32) | (uint)(rank + 1);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Context;

/// <summary>
/// The tokens of an encoding and their ranks, in an open-addressing hash table. Most tokens are short and stand in the table themselves,
/// so that a look-up touches one place in memory; no object per token, so that loading is quick and the collector has nothing to walk.
/// Immutable and thread-safe.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>What <see cref="RankOf(ref byte, int)"/> and <see cref="RankOfPair"/> return for bytes that are no token.</summary>
    public const int NoRank = int.MaxValue;

    /// <summary>The bytes that <see cref="RankOf(ref byte, int)"/> reads, however short the token is.</summary>
    public const int Readable = 16;

    // An entry holds a token's bytes, its rank + 1 and its length; of a longer token, eight bytes of hash and no length. 0 is free.
    private const int MaxInline = 13;
    private const int LengthShift = 60;
    private const int RankShift = 40;
    private const ulong RankMask = (1UL << (LengthShift - RankShift)) - 1;

    // One bit for each token: small enough to stay near the processor, it spares most look-ups of what is no token a way to memory.
    private const int FilterBits = 21;

    private static readonly byte[] Masks = [.. Enumerable.Repeat(byte.MaxValue, Readable), .. new byte[Readable]];

    private readonly byte[] bytes;
    private readonly int[] starts;
    private readonly Vector128<ulong>[] slots;
    private readonly int[] pairs;
    private readonly ulong[] filter = new ulong[1 << (FilterBits - 6)];
    private readonly int shift;

    /// <summary>Initializes a new instance of the <see cref="Vocabulary"/> class.</summary>
    /// <param name="lengths">The length of each token, in the order of ranks.</param>
    /// <param name="bytes">The tokens' bytes, in the same order.</param>
    public Vocabulary(ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> bytes)
    {
        // Behind the last token there must be something to read.
        this.bytes = new byte[bytes.Length + Readable];
        bytes.CopyTo(this.bytes);
        starts = new int[lengths.Length + 1];
        pairs = new int[1 << 16];
        Array.Fill(pairs, NoRank);

        // At most 38 % full: most misses end at the first slot.
        var bits = 1;
        while ((1L << bits) < lengths.Length * 2.6)
        {
            bits++;
        }

        slots = new Vector128<ulong>[1 << bits];
        shift = 64 - bits;
        var start = 0;
        for (var rank = 0; rank < lengths.Length; rank++)
        {
            var end = start + lengths[rank];
            if (end > bytes.Length)
            {
                break;
            }

            starts[rank + 1] = end;
            Insert(ref this.bytes[start], end - start, rank);
            if (end - start == 2)
            {
                pairs[bytes[start] | bytes[start + 1] << 8] = rank;
            }

            start = end;
        }

        if (starts[^1] != bytes.Length)
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
        if (token.Length >= Readable)
        {
            return RankOf(ref MemoryMarshal.GetReference(token), token.Length);
        }

        Span<byte> padded = stackalloc byte[Readable];
        token.CopyTo(padded);
        return RankOf(ref MemoryMarshal.GetReference(padded), token.Length);
    }

    /// <summary>Finds a token's rank.</summary>
    /// <param name="first">The token's first byte; <see cref="Readable"/> bytes must be readable.</param>
    /// <param name="length">The token's length; at least 1.</param>
    /// <returns>The rank, or <see cref="NoRank"/>.</returns>
    public int RankOf(ref byte first, int length)
    {
        var key = KeyOf(ref first, length, out var hash);
        var bit = hash >> (64 - FilterBits);
        if ((filter[bit >> 6] >> (int)bit & 1) == 0)
        {
            return NoRank;
        }

        for (var slot = hash >> shift; ; slot++)
        {
            var entry = slots[slot & (ulong)(slots.Length - 1)];
            if (entry[1] == 0)
            {
                return NoRank;
            }

            var rank = (int)((entry[1] >> RankShift) & RankMask) - 1;
            if ((entry ^ key) == Vector128.Create(0UL, entry[1] & (RankMask << RankShift)) && (length <= MaxInline || IsToken(ref first, length, rank)))
            {
                return rank;
            }
        }
    }

    /// <summary>Finds the rank of a token of two bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RankOfPair(byte first, byte second) => pairs[first | second << 8];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> KeyOf(ref byte first, int length, out ulong hash)
    {
        if (length > MaxInline)
        {
            hash = SpanHash.Of(MemoryMarshal.CreateReadOnlySpan(ref first, length));
            return Vector128.Create(hash, 0);
        }

        var key = (Vector128.LoadUnsafe(ref first) & Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Masks), (nuint)(Readable - length))).AsUInt64();
        hash = SpanHash.OfTwo(key[0], key[1] + (ulong)length);
        return key | Vector128.Create(0UL, (ulong)length << LengthShift);
    }

    private bool IsToken(ref byte first, int length, int rank)
        => MemoryMarshal.CreateReadOnlySpan(ref first, length).SequenceEqual(bytes.AsSpan(starts[rank], starts[rank + 1] - starts[rank]));

    private void Insert(ref byte first, int length, int rank)
    {
        var key = KeyOf(ref first, length, out var hash);
        var bit = hash >> (64 - FilterBits);
        filter[bit >> 6] |= 1UL << (int)bit;
        var slot = hash >> shift;
        while (slots[slot & (ulong)(slots.Length - 1)][1] != 0)
        {
            slot++;
        }

        slots[slot & (ulong)(slots.Length - 1)] = key | Vector128.Create(0UL, (ulong)(rank + 1) << RankShift);
    }
}

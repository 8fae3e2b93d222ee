using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Parsimony.Context;

/// <summary>
/// Byte-pair encoding of a long piece (a megabyte of one letter, base64, text without spaces) in time that grows with its length only:
/// the joints wait in a queue for each rank, and the ranks that have a queue in a heap. Not thread-safe.
/// </summary>
internal sealed class LongPieceMerger(Vocabulary vocabulary)
{
    private readonly RankQueues queues = new(vocabulary.Count);
    private int[] next = [];
    private int[] previous = [];
    private int[] ranks = [];

    /// <summary>Encodes a piece.</summary>
    /// <param name="piece">The piece in UTF-8; not empty, and <see cref="Vocabulary.Readable"/> bytes to read behind it.</param>
    /// <param name="maxTokens">After how many tokens <paramref name="length"/> is wanted.</param>
    /// <param name="length">The bytes of the first <paramref name="maxTokens"/> tokens; the piece's where it has no more tokens.</param>
    /// <returns>The number of tokens.</returns>
    public int Merge(ReadOnlySpan<byte> piece, int maxTokens, out int length)
    {
        Rent(piece.Length);
        for (var i = 0; i < piece.Length; i++)
        {
            next[i] = i + 1;
            previous[i] = i - 1;
            ranks[i] = i + 1 < piece.Length ? vocabulary.RankOfPair(piece[i], piece[i + 1]) : Vocabulary.NoRank;
            queues.Add(ranks[i], i);
        }

        var count = piece.Length;
        while (queues.TryTake(out var rank, out var joints))
        {
            foreach (var joint in joints)
            {
                // What is in the queue may have been joined to a neighbour since.
                if (ranks[joint] == rank)
                {
                    Join(piece, joint);
                    count--;
                }

                if (queues.LowestIsBelow(rank))
                {
                    // Rare: the join made a joint of a lower rank, which comes first. The rest of this queue waits again.
                    queues.Restore(rank, joint);
                    break;
                }
            }
        }

        length = 0;
        for (var i = 0; i < maxTokens && length < piece.Length; i++)
        {
            length = next[length];
        }

        Return();
        return count;
    }

    private void Join(ReadOnlySpan<byte> piece, int left)
    {
        var right = next[left];
        var end = next[right];
        next[left] = end;
        ranks[right] = Vocabulary.NoRank;
        if (end < piece.Length)
        {
            previous[end] = left;
        }

        SetRank(piece, left);
        if (previous[left] >= 0)
        {
            SetRank(piece, previous[left]);
        }
    }

    private void SetRank(ReadOnlySpan<byte> piece, int joint)
    {
        var middle = next[joint];
        ranks[joint] = middle < piece.Length ? vocabulary.RankOf(ref Unsafe.Add(ref MemoryMarshal.GetReference(piece), joint), next[middle] - joint) : Vocabulary.NoRank;
        queues.Add(ranks[joint], joint);
    }

    private void Rent(int length)
    {
        next = ArrayPool<int>.Shared.Rent(length);
        previous = ArrayPool<int>.Shared.Rent(length);
        ranks = ArrayPool<int>.Shared.Rent(length);
        queues.Rent(length);
    }

    private void Return()
    {
        ArrayPool<int>.Shared.Return(next);
        ArrayPool<int>.Shared.Return(previous);
        ArrayPool<int>.Shared.Return(ranks);
        queues.Return();
        next = previous = ranks = [];
    }
}

using System.Buffers;

namespace Parsimony.Context;

/// <summary>
/// The joints of a piece by the rank they would make: one queue for each rank, lowest rank first, and in a queue leftmost first.
/// A joint whose rank changes is added again; its old entry stays and is for the reader to skip. Not thread-safe.
/// </summary>
internal sealed class RankQueues(int rankCount)
{
    // Entries of one rank are chained from its newest; 0 ends a chain, so entry numbers begin at 1.
    private readonly int[] newest = new int[rankCount];
    private readonly PriorityQueue<int, int> ranks = new();
    private int[] joints = [];
    private int[] older = [];
    private int[] taken = [];
    private int takenCount;
    private int entryCount;

    /// <summary>Gets buffers for a piece of so many bytes.</summary>
    public void Rent(int length)
    {
        // Each join makes at most two new joints, and there are fewer joins than bytes.
        joints = ArrayPool<int>.Shared.Rent((3 * length) + 1);
        older = ArrayPool<int>.Shared.Rent((3 * length) + 1);
        taken = ArrayPool<int>.Shared.Rent(length + 1);
        entryCount = 0;
    }

    /// <summary>Gives the buffers back. The queues are empty by then.</summary>
    public void Return()
    {
        ArrayPool<int>.Shared.Return(joints);
        ArrayPool<int>.Shared.Return(older);
        ArrayPool<int>.Shared.Return(taken);
        joints = older = taken = [];
    }

    /// <summary>Adds a joint to the queue of its rank; nothing where it has no rank.</summary>
    public void Add(int rank, int joint)
    {
        if (rank == Vocabulary.NoRank)
        {
            return;
        }

        if (newest[rank] == 0)
        {
            ranks.Enqueue(rank, rank);
        }

        var entry = ++entryCount;
        joints[entry] = joint;
        older[entry] = newest[rank];
        newest[rank] = entry;
    }

    /// <summary>Takes the queue of the lowest rank.</summary>
    /// <param name="rank">The rank.</param>
    /// <param name="queue">Its joints, leftmost first; valid until the next call.</param>
    public bool TryTake(out int rank, out ReadOnlySpan<int> queue)
    {
        queue = default;
        if (!ranks.TryDequeue(out rank, out _))
        {
            return false;
        }

        takenCount = 0;
        for (var entry = newest[rank]; entry != 0; entry = older[entry])
        {
            if (takenCount == taken.Length)
            {
                GrowTaken();
            }

            taken[takenCount++] = joints[entry];
        }

        newest[rank] = 0;
        var span = taken.AsSpan(0, takenCount);
        span.Reverse();
        for (var i = 1; i < span.Length; i++)
        {
            if (span[i] < span[i - 1])
            {
                span.Sort();
                break;
            }
        }

        queue = span;
        return true;
    }

    /// <summary>Says whether a queue of a lower rank waits.</summary>
    public bool LowestIsBelow(int rank) => ranks.TryPeek(out var lowest, out _) && lowest < rank;

    /// <summary>Puts the joints of the queue taken last that lie right of a joint back.</summary>
    public void Restore(int rank, int after)
    {
        if (newest[rank] == 0)
        {
            ranks.Enqueue(rank, rank);
        }

        // Their entries are still there, but chained; new ones are needed, and there may be more of them than was reckoned with.
        for (var i = 0; i < takenCount; i++)
        {
            if (taken[i] > after)
            {
                if (entryCount + 1 >= joints.Length)
                {
                    Grow(ref joints);
                    Grow(ref older);
                }

                var entry = ++entryCount;
                joints[entry] = taken[i];
                older[entry] = newest[rank];
                newest[rank] = entry;
            }
        }
    }

    private void GrowTaken() => Grow(ref taken);

    private static void Grow(ref int[] array)
    {
        var larger = ArrayPool<int>.Shared.Rent(array.Length * 2);
        array.CopyTo(larger, 0);
        ArrayPool<int>.Shared.Return(array);
        array = larger;
    }
}

using System.Numerics;

namespace Parsimony.Embeddings;

/// <summary>Goes through the rows whose bits are set, 32 rows a number.</summary>
internal ref struct RowSet(ReadOnlySpan<uint> bits)
{
    private readonly ReadOnlySpan<uint> bits = bits;
    private int group = -1;
    private uint left;

    public int Current { get; private set; }

    public readonly RowSet GetEnumerator() => this;

    public bool MoveNext()
    {
        while (left == 0)
        {
            if (++group >= bits.Length)
            {
                return false;
            }

            left = bits[group];
        }

        Current = (group * SignLayout.GroupRows) + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        return true;
    }
}

using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>Some vectors side by side in memory, with their ids. It starts small: most partitions hold few questions.</summary>
internal sealed class VectorBlock(int dimensions, int capacity)
{
    private const int FirstRows = 8;

    private float[] vectors = new float[FirstRows * dimensions];
    private long[] ids = new long[FirstRows];

    public int Count { get; private set; }

    public long IdAt(int row) => ids[row];

    public Span<float> Row(int row) => vectors.AsSpan(row * dimensions, dimensions);

    public void Append(long id, ReadOnlySpan<float> vector)
    {
        if (Count == ids.Length)
        {
            var rows = Math.Min(Count * 2, capacity);
            Array.Resize(ref ids, rows);
            Array.Resize(ref vectors, rows * dimensions);
        }

        ids[Count] = id;
        vector.CopyTo(Row(Count));
        Count++;
    }

    public void Replace(int row, long id, ReadOnlySpan<float> vector)
    {
        ids[row] = id;
        vector.CopyTo(Row(row));
    }

    public void DropLast() => Count--;

    public void Scan(ReadOnlySpan<float> query, ref BestMatches best)
    {
        for (var row = 0; row < Count; row++)
        {
            var similarity = Math.Clamp(TensorPrimitives.Dot(query, Row(row)), -1f, 1f);
            if (similarity >= best.Bar)
            {
                best.Offer(ids[row], similarity);
            }
        }
    }
}

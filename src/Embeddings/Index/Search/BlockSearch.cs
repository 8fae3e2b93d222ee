using System.Numerics;
using System.Numerics.Tensors;

namespace Parsimony.Embeddings;

/// <summary>Searches one block: the signs of all rows, then the bytes of those that remain, then their vectors.</summary>
internal static class BlockSearch
{
    private const int MostGroups = VectorBlock.MostRows / SignLayout.GroupRows;

    public static void Run(VectorBlock block, in QueryCode query, SearchBounds bounds, VectorSearchMode mode, SimdPath path, ref BestMatches best)
    {
        var rows = block.Rows;
        var planes = bounds.Choose(mode, query.Signs, best.Bar, block.Quality, out var threshold);
        if (planes != SignPlanes.None && threshold > ushort.MaxValue)
        {
            return;
        }

        Span<uint> left = stackalloc uint[MostGroups];
        left = left[..((rows + SignLayout.GroupRows - 1) / SignLayout.GroupRows)];
        if (planes == SignPlanes.None)
        {
            left.Fill(uint.MaxValue);
        }
        else
        {
            SignScan.Run(path, block.Coarse, planes == SignPlanes.Both ? block.Fine : [], query.Tables, (ushort)threshold, left);
        }

        var count = 0;
        for (var group = 0; group < left.Length; group++)
        {
            left[group] &= block.Live(group, rows);
            count += BitOperations.PopCount(left[group]);
        }

        // Rows all over the block: ask for their bytes first, so that the memory brings many at a time.
        if (count > 1 && count < rows / 2)
        {
            foreach (var row in new RowSet(left))
            {
                block.Touch(row);
            }
        }

        foreach (var row in new RowSet(left))
        {
            var product = ComponentDot.Of(path, query.Components, block.Components(row));
            if (bounds.Highest(query.Code, block.Code(row), product) >= best.Bar)
            {
                Compare(block, row, query.Unit, ref best);
            }
        }
    }

    /// <summary>Compares every vector of a block, without codes.</summary>
    public static void Compare(VectorBlock block, ReadOnlySpan<float> query, ref BestMatches best)
    {
        var rows = block.Rows;
        for (var row = 0; row < rows; row++)
        {
            if (block.IsLive(row))
            {
                Compare(block, row, query, ref best);
            }
        }
    }

    private static void Compare(VectorBlock block, int row, ReadOnlySpan<float> query, ref BestMatches best)
    {
        var similarity = Math.Clamp(TensorPrimitives.Dot(query, block.Vector(row)), -1f, 1f);
        if (similarity >= best.Bar)
        {
            best.Offer(block.Id(row), similarity);
        }
    }
}

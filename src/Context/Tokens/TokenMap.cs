namespace Parsimony.Context;

/// <summary>
/// Where the tokens of a text are: its pieces, which are encoded independently of each other, with sums over them. Made in one pass by
/// <see cref="TokenCounter.Map"/>; then the count of any slice between two boundaries is one subtraction, and the cut for a budget a
/// binary search. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// A boundary is a place between two pieces, or the beginning or the end of the text; boundaries are numbered from 0. None lies inside a
/// pair of surrogates or a token. A slice between two boundaries has as many tokens when it is counted alone as it has in the text: places
/// of which that is not true (behind the last blank of several) are no boundaries.
/// </remarks>
public sealed class TokenMap
{
    private readonly int[] offsets;
    private readonly int[] sums;

    /// <summary>Initializes a new instance of the <see cref="TokenMap"/> class.</summary>
    /// <param name="offsets">The boundaries in UTF-16 code units, ascending from 0 to the text's length.</param>
    /// <param name="sums">The tokens in front of each boundary.</param>
    internal TokenMap(int[] offsets, int[] sums) => (this.offsets, this.sums) = (offsets, sums);

    /// <summary>Gets the tokens of the whole text.</summary>
    public int TokenCount => sums[^1];

    /// <summary>Gets the number of boundaries: at least 1, 0 and the text's length included.</summary>
    public int BoundaryCount => offsets.Length;

    /// <summary>Gets where a boundary is.</summary>
    /// <param name="boundary">The boundary's number.</param>
    /// <returns>The place in UTF-16 code units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such boundary.</exception>
    public int OffsetOf(int boundary)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)boundary, (uint)offsets.Length, nameof(boundary));
        return offsets[boundary];
    }

    /// <summary>Counts the tokens between two boundaries.</summary>
    /// <param name="from">The number of the first boundary.</param>
    /// <param name="to">The number of the second one; not less than <paramref name="from"/>.</param>
    /// <returns>The tokens of the slice, in the text and alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such boundary, or they are the wrong way round.</exception>
    public int CountBetween(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)to, (uint)offsets.Length, nameof(to));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)from, (uint)to, nameof(from));
        return sums[to] - sums[from];
    }

    /// <summary>Counts the tokens of a slice, if it lies between two boundaries.</summary>
    /// <param name="start">Where the slice begins, in UTF-16 code units.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="tokens">Its tokens, in the text and alone.</param>
    /// <returns><see langword="false"/> where either place is no boundary.</returns>
    public bool TryCount(int start, int end, out int tokens)
    {
        var from = Array.BinarySearch(offsets, start);
        var to = Array.BinarySearch(offsets, end);
        tokens = from >= 0 && to >= from ? sums[to] - sums[from] : 0;
        return from >= 0 && to >= from;
    }

    /// <summary>Finds the last boundary that is not behind a place.</summary>
    /// <param name="offset">The place in UTF-16 code units; 0 or more.</param>
    /// <returns>The boundary's number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is negative.</exception>
    public int BoundaryAtOrBefore(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var found = Array.BinarySearch(offsets, offset);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>Finds where to cut for a budget.</summary>
    /// <param name="maxTokens">The most tokens the slice may have; 0 or more.</param>
    /// <param name="from">The number of the boundary at which the slice begins.</param>
    /// <returns>The number of the last boundary up to which there are at most so many tokens; at least <paramref name="from"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTokens"/> is negative, or there is no such boundary.</exception>
    public int CutFor(int maxTokens, int from = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxTokens);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)from, (uint)offsets.Length, nameof(from));

        // Each piece has at least one token, so the sums ascend.
        var found = Array.BinarySearch(sums, (int)Math.Min((long)sums[from] + maxTokens, int.MaxValue));
        return found >= 0 ? found : ~found - 1;
    }
}

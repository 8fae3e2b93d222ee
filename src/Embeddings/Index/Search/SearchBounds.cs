namespace Parsimony.Embeddings;

/// <summary>
/// What codes can tell of a similarity. The proofs are in docs/decisions/0005-candidate-search.md; in short, with a query q and a vector v of
/// length 1, both rotated:
/// <para>Bytes: v = scale * code + e and q likewise with f, so the similarity is the codes' product within |e| (1 + |f|) + |f|.</para>
/// <para>Signs: b is the sign code read as a vector. The angles between q and v, v and b, q and b are the sides of a triangle on the sphere:
/// where q and b are further apart than v and b plus the angle of the bar, q and v are further apart than the bar.</para>
/// <para>By chance: the rotation makes what b has beside v point anywhere, so its product with q is normal around 0 with the variance
/// (1 - alpha^2) (1 - similarity^2) / (width - 1), where alpha is the cosine between v and b.</para>
/// </summary>
internal sealed class SearchBounds(int dimensions, Rotation rotation)
{
    // A vector exactly at the bar, with the worst code of its block, falls below the threshold with a chance of 0.001; all others are safer.
    private const double Deviations = 3.1;

    // The coarse plane alone where it lets less than a thousandth pass of the vectors that have nothing to do with the query; no plane where
    // a third would pass. In standard deviations of the cosine of such vectors, 1 / sqrt(width).
    private const double CoarseIsEnough = 3.5;
    private const double TellsNothing = 0.5;

    private readonly double width = rotation.Width;
    private readonly double root = Math.Sqrt(rotation.Width);

    /// <summary>Gets the most that rounding in single precision can move any of the quantities compared here.</summary>
    public float Slack { get; } = 8f * (dimensions + rotation.Steps + 4) / (1 << 24);

    /// <summary>The highest similarity that a vector can have, given the product of the codes.</summary>
    public float Highest(in ComponentCode query, in ComponentCode vector, int product) =>
        (query.Scale * vector.Scale * product) + (vector.Error * (1 + query.Error)) + query.Error + Slack;

    /// <summary>Chooses the planes to read, and the least sum of look-ups of a vector that may reach the bar.</summary>
    /// <param name="mode">Whether none or nearly none may be missed.</param>
    /// <param name="tables">The query's tables.</param>
    /// <param name="bar">The similarity to reach.</param>
    /// <param name="quality">What holds for all codes of the block.</param>
    /// <param name="threshold">The least sum; above 65,535 where no vector can reach the bar.</param>
    public SignPlanes Choose(VectorSearchMode mode, in SignTables tables, float bar, SignQuality quality, out int threshold)
    {
        // Off by half a step at most for every look-up (a third of that is usual), and a little for the rounding of the table itself.
        var reach = tables.Step * width / 8 * 1.001;
        var spread = tables.Step * tables.Step * width / 48;
        var least = Least(mode, bar, quality.Coarse, reach / root, spread / width);
        if (least * root >= CoarseIsEnough)
        {
            threshold = Sum(least * root, tables, 1);
            return SignPlanes.Coarse;
        }

        double length = quality.FineLength;
        least = Least(mode, bar, quality.Fine, 3 * reach / length, 5 * spread / (length * length));
        threshold = Sum(least * length, tables, 3);
        return least * root >= TellsNothing ? SignPlanes.Both : SignPlanes.None;
    }

    private static int Sum(double product, in SignTables tables, int weight) =>
        (int)Math.Clamp(Math.Floor((product / tables.Step) + (weight * (double)tables.Offset)), 0, ushort.MaxValue + 1);

    /// <summary>The least cosine between query and code.</summary>
    private double Least(VectorSearchMode mode, float bar, float ofCode, double most, double variance)
    {
        if (mode == VectorSearchMode.Exact)
        {
            var similarity = Math.Min(bar - Slack, 1.0);
            var alpha = Math.Max(ofCode - Slack, 0.0);
            return (alpha * similarity) - (Sine(alpha) * Sine(similarity)) - most - Slack;
        }

        var (at, with) = (Math.Min(bar, 1.0), Math.Min(ofCode, 1.0));
        variance += Sine(with) * Sine(with) * Sine(at) * Sine(at) / (width - 1);
        return (with * at) - (Deviations * Math.Sqrt(variance)) - Slack;
    }

    private static double Sine(double cosine) => Math.Sqrt(Math.Max(0, 1 - (cosine * cosine)));
}

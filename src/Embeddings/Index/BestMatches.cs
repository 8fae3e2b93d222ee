namespace Parsimony.Embeddings;

/// <summary>Keeps the best matches of a scan in order, in the caller's memory.</summary>
internal ref struct BestMatches(Span<VectorMatch> results, float floor)
{
    private readonly Span<VectorMatch> results = results;

    public int Count { get; private set; }

    /// <summary>Gets the similarity below which an offer is in vain.</summary>
    public float Bar { get; private set; } = floor;

    public void Offer(long id, float similarity)
    {
        var match = new VectorMatch(id, similarity);
        if (Count == results.Length)
        {
            if (!Precedes(match, results[Count - 1]))
            {
                return;
            }
        }
        else
        {
            Count++;
        }

        var at = Count - 1;
        while (at > 0 && Precedes(match, results[at - 1]))
        {
            results[at] = results[at - 1];
            at--;
        }

        results[at] = match;
        if (Count == results.Length)
        {
            Bar = results[Count - 1].Similarity;
        }
    }

    private static bool Precedes(VectorMatch left, VectorMatch right) =>
        left.Similarity > right.Similarity || (left.Similarity == right.Similarity && left.Id < right.Id);
}

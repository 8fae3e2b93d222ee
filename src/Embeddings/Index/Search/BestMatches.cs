namespace Parsimony.Embeddings;

/// <summary>Keeps the best matches of a scan in order, in the caller's memory.</summary>
internal ref struct BestMatches(Span<VectorMatch> results, float floor)
{
    private readonly Span<VectorMatch> results = results;

    public int Count { get; private set; }

    /// <summary>Gets the similarity below which an offer is in vain.</summary>
    public float Bar { get; private set; } = floor;

    /// <summary>Takes a match that is among the best. An id that a writer is just replacing may be offered twice; the better one stays.</summary>
    public void Offer(long id, float similarity)
    {
        var match = new VectorMatch(id, similarity);
        var at = Place(match);
        if (at == results.Length)
        {
            return;
        }

        var again = Find(id);
        if (again < 0)
        {
            again = Count == results.Length ? Count - 1 : Count++;
        }
        else if (again < at)
        {
            return;
        }

        // The match that is given up, or the free place behind the last, is closed by moving those between.
        results[at..again].CopyTo(results[(at + 1)..]);
        results[at] = match;
        if (Count == results.Length)
        {
            Bar = results[Count - 1].Similarity;
        }
    }

    private readonly int Place(VectorMatch match)
    {
        var at = Count;
        while (at > 0 && Precedes(match, results[at - 1]))
        {
            at--;
        }

        return at;
    }

    private readonly int Find(long id)
    {
        for (var i = 0; i < Count; i++)
        {
            if (results[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Precedes(VectorMatch left, VectorMatch right) =>
        left.Similarity > right.Similarity || (left.Similarity == right.Similarity && left.Id < right.Id);
}

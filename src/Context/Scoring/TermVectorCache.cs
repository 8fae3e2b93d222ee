namespace Parsimony.Context;

/// <summary>Remembers the term vectors of texts, so that a history is read once, however often it is scored.</summary>
/// <param name="capacity">The most different terms that are held in each of two generations, at 10 bytes each.</param>
internal sealed class TermVectorCache(int capacity = TermVectorCache.DefaultCapacity)
{
    private const int DefaultCapacity = 1_000_000;
    private const int EntryOverhead = 16;

    private readonly GenerationalCache<UInt128, TermVector> vectors = new(capacity);

    public TermVector Get(string text)
    {
        var key = TextFingerprint.Of(text);
        if (!vectors.TryGet(key, out var vector))
        {
            vector = TermVector.Of(text);
            vectors.Set(key, vector, vector.Terms.Length + EntryOverhead);
        }

        return vector;
    }
}

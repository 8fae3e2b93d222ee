namespace Parsimony.Caching;

/// <summary>Says that the cache answered a call. It never holds a prompt or an answer.</summary>
public sealed class CacheHitEventArgs : EventArgs
{
    /// <summary>Initializes a new instance of the <see cref="CacheHitEventArgs"/> class.</summary>
    /// <param name="answer">The answer that was served.</param>
    /// <param name="scope">Who asked.</param>
    public CacheHitEventArgs(CachedAnswer answer, CallScope scope)
    {
        ArgumentNullException.ThrowIfNull(answer);
        EntryId = answer.EntryId;
        Tier = answer.Tier;
        SameAnswer = answer.SameAnswer;
        Similarity = answer.Similarity;
        Probability = answer.Probability;
        Scope = scope;
    }

    /// <summary>Gets the entry's id.</summary>
    public string EntryId { get; }

    /// <summary>Gets the tier that held the entry.</summary>
    public CacheTier Tier { get; }

    /// <summary>Gets a value indicating whether the entry answers another question that was held to have the same answer.</summary>
    public bool SameAnswer { get; }

    /// <summary>Gets the cosine of the two questions, -1 to 1; 1 for an exact hit.</summary>
    public double Similarity { get; }

    /// <summary>Gets the estimated probability that the answer serves this question, 0 to 1; <see langword="null"/> for an exact hit, and where no judge was asked.</summary>
    public double? Probability { get; }

    /// <summary>Gets who asked.</summary>
    public CallScope Scope { get; }
}

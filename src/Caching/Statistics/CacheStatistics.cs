namespace Parsimony.Caching;

/// <summary>What the cache did since it was created, and what it holds now. <see cref="Lookups"/> = exact hits + same-answer hits + misses.</summary>
public sealed record CacheStatistics
{
    /// <summary>Gets how many calls were looked up: the calls that did not pass the cache by.</summary>
    public long Lookups => ExactHits + SameAnswerHits + Misses;

    /// <summary>Gets how many were answered by the very same call.</summary>
    public long ExactHits { get; init; }

    /// <summary>Gets how many were answered by a question held to have the same answer.</summary>
    public long SameAnswerHits { get; init; }

    /// <summary>Gets how many went to the model.</summary>
    public long Misses { get; init; }

    /// <summary>Gets how many of the hits waited for a model call that someone else had begun.</summary>
    public long SharedCalls { get; init; }

    /// <summary>Gets the part of the look-ups that was answered without a model call, 0 to 1; 0 before the first look-up.</summary>
    public double HitRate => Lookups == 0 ? 0 : (double)(ExactHits + SameAnswerHits) / Lookups;

    /// <summary>Gets how many calls passed the cache by, for each reason that occurred.</summary>
    public IReadOnlyDictionary<BypassReason, long> Bypasses { get; init; } = new Dictionary<BypassReason, long>();

    /// <summary>Gets how many answers were kept.</summary>
    public long Stored { get; init; }

    /// <summary>Gets how many answers were not kept, for each reason that occurred.</summary>
    public IReadOnlyDictionary<DeclineReason, long> Declined { get; init; } = new Dictionary<DeclineReason, long>();

    /// <summary>Gets how many same-answer candidates were refused, by what refused them: a guard, "layout" (the same words with other line breaks), "threshold", "judge" or "rivals" (an entry with another answer was as near).</summary>
    public IReadOnlyDictionary<string, long> Refusals { get; init; } = new Dictionary<string, long>();

    /// <summary>Gets how many entries were found damaged, or of a format that this version does not read, and removed.</summary>
    public long Corrupt { get; init; }

    /// <summary>Gets how many faults of the cache calls survived: of its tiers, the generator of embeddings, or the cache itself.</summary>
    public long Faults { get; init; }

    /// <summary>Gets a value indicating whether the disk tiers are out of reach now.</summary>
    public bool DiskAway { get; init; }

    /// <summary>Gets a value indicating whether the generator of embeddings failed too often and is left alone for a while.</summary>
    public bool EmbeddingsPaused { get; init; }

    /// <summary>Gets how many false hits were reported.</summary>
    public long FalseHits { get; init; }

    /// <summary>Gets how many missed hits were reported.</summary>
    public long MissedHits { get; init; }

    /// <summary>Gets the part of the judged same-answer hits that is wrong by the judge's own estimate, 0 to 1; <see langword="null"/> before the first.</summary>
    public double? EstimatedErrorRate { get; init; }

    /// <summary>Gets how many partitions became stricter than the policy since false hits were reported there.</summary>
    public int TightenedPartitions { get; init; }

    /// <summary>Gets the prompt tokens that hits saved, as far as the model had said what the first call used.</summary>
    public long SavedInputTokens { get; init; }

    /// <summary>Gets the completion tokens that hits saved, as far as the model had said what the first call used.</summary>
    public long SavedOutputTokens { get; init; }

    /// <summary>Gets the questions in the same-answer index.</summary>
    public int IndexedQuestions { get; init; }

    /// <summary>Gets what each tier holds and did.</summary>
    public IReadOnlyDictionary<CacheTier, TierStatistics> Tiers { get; init; } = new Dictionary<CacheTier, TierStatistics>();
}

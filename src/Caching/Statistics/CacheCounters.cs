using System.Collections.Concurrent;

namespace Parsimony.Caching;

/// <summary>The counters behind <see cref="CacheStatistics"/>. Every look-up ends in exactly one of exact hit, same-answer hit and miss.</summary>
internal sealed class CacheCounters
{
    private readonly long[] bypasses = new long[Enum.GetValues<BypassReason>().Length];
    private readonly long[] declined = new long[Enum.GetValues<DeclineReason>().Length];
    private readonly ConcurrentDictionary<string, long> refusals = new(StringComparer.Ordinal);
    private long exactHits;
    private long sameAnswerHits;
    private long misses;
    private long sharedCalls;
    private long stored;
    private long corrupt;
    private long falseHits;
    private long missedHits;
    private long judgedHits;
    private double expectedErrors;
    private long savedInput;
    private long savedOutput;

    public void Hit(CachedAnswer answer, bool shared)
    {
        Interlocked.Increment(ref answer.SameAnswer ? ref sameAnswerHits : ref exactHits);
        if (shared)
        {
            Interlocked.Increment(ref sharedCalls);
        }

        if (answer.Probability is { } probability)
        {
            lock (refusals)
            {
                judgedHits++;
                expectedErrors += 1 - probability;
            }
        }

        Interlocked.Add(ref savedInput, answer.SavedUsage?.InputTokenCount ?? 0);
        Interlocked.Add(ref savedOutput, answer.SavedUsage?.OutputTokenCount ?? 0);
    }

    public void Miss() => Interlocked.Increment(ref misses);

    public void Bypass(BypassReason reason) => Interlocked.Increment(ref bypasses[(int)reason]);

    public void Store(DeclineReason reason) => Interlocked.Increment(ref reason == DeclineReason.None ? ref stored : ref declined[(int)reason]);

    public void Corrupt() => Interlocked.Increment(ref corrupt);

    public void FalseHit() => Interlocked.Increment(ref falseHits);

    public void MissedHit() => Interlocked.Increment(ref missedHits);

    public void Refusal(string by) => refusals.AddOrUpdate(by, 1, static (_, n) => n + 1);

    public CacheStatistics Read(int indexedQuestions, IReadOnlyDictionary<CacheTier, TierStatistics> tiers) => new()
    {
        ExactHits = Interlocked.Read(ref exactHits),
        SameAnswerHits = Interlocked.Read(ref sameAnswerHits),
        Misses = Interlocked.Read(ref misses),
        SharedCalls = Interlocked.Read(ref sharedCalls),
        Bypasses = Occurred<BypassReason>(bypasses),
        Stored = Interlocked.Read(ref stored),
        Declined = Occurred<DeclineReason>(declined),
        Refusals = new Dictionary<string, long>(refusals),
        Corrupt = Interlocked.Read(ref corrupt),
        FalseHits = Interlocked.Read(ref falseHits),
        MissedHits = Interlocked.Read(ref missedHits),
        EstimatedErrorRate = EstimatedErrorRate(),
        SavedInputTokens = Interlocked.Read(ref savedInput),
        SavedOutputTokens = Interlocked.Read(ref savedOutput),
        IndexedQuestions = indexedQuestions,
        Tiers = tiers,
    };

    private double? EstimatedErrorRate()
    {
        lock (refusals)
        {
            return judgedHits == 0 ? null : expectedErrors / judgedHits;
        }
    }

    private static Dictionary<TReason, long> Occurred<TReason>(long[] counts)
        where TReason : struct, Enum
    {
        var occurred = new Dictionary<TReason, long>();
        var reasons = Enum.GetValues<TReason>();
        for (var i = 0; i < reasons.Length; i++)
        {
            var count = Interlocked.Read(ref counts[i]);
            if (count > 0)
            {
                occurred[reasons[i]] = count;
            }
        }

        return occurred;
    }
}

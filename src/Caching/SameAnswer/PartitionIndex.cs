namespace Parsimony.Caching;

/// <summary>
/// The questions that have an answer, by partition. A search looks into one partition and cannot leave it: no distance crosses a
/// tenant. The oldest question leaves when the index is full.
/// </summary>
internal sealed class PartitionIndex(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<CacheDigest, QuestionBucket> buckets = [];
    private readonly Dictionary<CacheDigest, IndexedQuestion> byKey = [];
    private readonly Dictionary<long, CacheDigest> byAge = [];
    private long newest;
    private long oldest = 1;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return byKey.Count;
            }
        }
    }

    /// <summary>Adds a question, or replaces the one under the same key.</summary>
    public void Add(CacheDigest partition, CacheDigest key, string text, ulong answer, float[]? vector)
    {
        lock (gate)
        {
            RemoveHere(key);
            var question = new IndexedQuestion(++newest, partition, key, text, answer, vector);
            byKey[key] = question;
            byAge[question.Id] = key;
            if (!buckets.TryGetValue(partition, out var bucket))
            {
                buckets[partition] = bucket = new QuestionBucket();
            }

            bucket.Add(question);
            while (byKey.Count > capacity)
            {
                if (byAge.TryGetValue(oldest, out var leaving))
                {
                    RemoveHere(leaving);
                }

                oldest++;
            }
        }
    }

    public CacheDigest? PartitionOf(CacheDigest key)
    {
        lock (gate)
        {
            return byKey.GetValueOrDefault(key)?.Partition;
        }
    }

    public void Remove(CacheDigest key)
    {
        lock (gate)
        {
            RemoveHere(key);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            buckets.Clear();
            byKey.Clear();
            byAge.Clear();
        }
    }

    public List<SameAnswerCandidate> Find(CacheDigest partition, SameAnswerQuery query, float floor, int most)
    {
        QuestionBucket? bucket;
        lock (gate)
        {
            buckets.TryGetValue(partition, out bucket);
        }

        return bucket?.Find(query, floor, most) ?? [];
    }

    private void RemoveHere(CacheDigest key)
    {
        if (!byKey.Remove(key, out var question))
        {
            return;
        }

        byAge.Remove(question.Id);
        var bucket = buckets[question.Partition];
        bucket.Remove(question);
        if (bucket.IsEmpty)
        {
            buckets.Remove(question.Partition);
        }
    }
}

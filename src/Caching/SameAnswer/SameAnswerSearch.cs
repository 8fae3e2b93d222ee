using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Parsimony.Embeddings;

namespace Parsimony.Caching;

/// <summary>Finds questions with the same answer: candidates by text and by vector inside the partition, then a decision on each.</summary>
internal sealed class SameAnswerSearch
{
    private readonly ResponseCacheOptions options;
    private readonly QuestionEmbedder? embedder;
    private readonly SameAnswerDecider decider;
    private readonly QuarantineLedger quarantine;
    private readonly CacheCounters counters;
    private readonly PartitionIndex index;
    private readonly IndexLoader loader;

    public SameAnswerSearch(
        ResponseCacheOptions options,
        IEmbeddingGenerator<string, Embedding<float>>? generator,
        SameAnswerDecider? decider,
        ITieredStore tiers,
        QuarantineLedger quarantine,
        CacheCounters counters,
        TimeProvider time,
        FailOpen failOpen,
        ILogger logger,
        CancellationToken lifetime)
    {
        this.options = options;
        this.decider = decider ?? new SameAnswerDecider(new SameAnswerOptions { SimilarityThreshold = options.SimilarityThreshold });
        this.quarantine = quarantine;
        this.counters = counters;
        index = new PartitionIndex(options.MaxIndexedQuestions);
        embedder = generator is null ? null : new QuestionEmbedder(generator, options, time, failOpen, logger);
        loader = new IndexLoader(tiers, this, time, failOpen, logger, lifetime);

        // Without vectors the search still finds an equal question where the app has declared that less than the whole request counts.
        IsEnabled = options.EnableSameAnswer && (embedder is not null || options.HistoryScope != HistoryScope.All || options.AgentGroups.Count > 0);
    }

    public bool IsEnabled { get; }

    public int Count => index.Count;

    /// <summary>Gets a value indicating whether the generator of embeddings failed too often and is left alone for a while.</summary>
    public bool IsPaused => embedder?.IsPaused == true;

    /// <summary>Embeds a question. Without a vector it is still searched for by its text.</summary>
    /// <returns>The question, or <see langword="null"/> where the plan allows no search.</returns>
    public async ValueTask<SameAnswerQuery?> PrepareAsync(CachePlan plan, CancellationToken cancellationToken)
    {
        if (!IsEnabled || !plan.AllowsSameAnswer)
        {
            return null;
        }

        var vector = embedder is null ? null : await embedder.EmbedAsync(plan.UserText, cancellationToken).ConfigureAwait(false);
        return new SameAnswerQuery(plan.UserText, vector, vector is null ? "" : embedder!.Model);
    }

    /// <summary>The accepted candidates for a question, best first.</summary>
    public async ValueTask<IReadOnlyList<SameAnswerCandidate>> FindAsync(CachePlan plan, SameAnswerQuery query, CancellationToken cancellationToken)
    {
        await loader.LoadAsync(cancellationToken).ConfigureAwait(false);
        var candidates = index.Find(plan.PartitionDigest, query, (float)options.SimilarityThreshold, options.MaxCandidates);

        // The index may know a question that another process has reported since.
        candidates.RemoveAll(c => c.Key == plan.KeyDigest || quarantine.HoldsQuestion(c.Key) || !Accepts(query.Text, c.Question, c.Similarity));
        return candidates;
    }

    /// <summary>Whether one answer serves both questions.</summary>
    public bool Accepts(string text, string other, double similarity)
    {
        if (string.Equals(text, other, StringComparison.Ordinal))
        {
            return true;
        }

        // Their vectors are as good as equal, and no guard reads line breaks.
        if (TextNormalizer.DifferInLayoutOnly(text, other))
        {
            counters.Refusal("layout");
            return false;
        }

        var decision = decider.Decide(text, other, (float)similarity);
        if (!decision.Accepted)
        {
            counters.Refusal(decision.RefusedBy ?? "policy");
        }

        return decision.Accepted;
    }

    /// <summary>Adds an entry's question to the index, if other questions may be answered by it.</summary>
    public void Add(CacheEntry entry)
    {
        if (!IsEnabled || !entry.SameAnswer || quarantine.HoldsQuestion(entry.Id.Key))
        {
            return;
        }

        // Vectors of another model, or of another width, are never compared: such an entry is found by its text only.
        var comparable = embedder is not null && entry.EmbeddingModel == embedder.Model;
        var vector = comparable ? entry.Embedding : null;
        if (vector is { } v && ((embedder!.Width != 0 && v.Length != embedder.Width) || !HasUnitLength(v)))
        {
            vector = null;
        }

        index.Add(entry.Partition, entry.Id.Key, entry.Question, vector);
    }

    // What a tier gave back may be a whole entry and yet hold no vector of ours.
    private static bool HasUnitLength(float[] vector) => TensorPrimitives.Norm<float>(vector) is > 0.99f and < 1.01f;

    public void Remove(CacheDigest key) => index.Remove(key);

    public void Clear() => index.Clear();

    /// <summary>Waits until the questions of the tiers below are in the index.</summary>
    public ValueTask LoadAsync(CancellationToken cancellationToken) => IsEnabled ? loader.LoadAsync(cancellationToken, patient: true) : default;
}

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
    private readonly PartitionBounds bounds;
    private readonly CacheCounters counters;
    private readonly PartitionIndex index;
    private readonly IndexLoader loader;

    public SameAnswerSearch(
        ResponseCacheOptions options,
        IEmbeddingGenerator<string, Embedding<float>>? generator,
        SameAnswerDecider? decider,
        ITieredStore tiers,
        QuarantineLedger quarantine,
        PartitionBounds bounds,
        CacheCounters counters,
        TimeProvider time,
        FailOpen failOpen,
        ILogger logger,
        CancellationToken lifetime)
    {
        this.options = options;
        this.decider = decider ?? new SameAnswerDecider(options.ToSameAnswerOptions(), options.EnableJudge ? new LocalSameAnswerJudge() : null);
        this.quarantine = quarantine;
        this.bounds = bounds;
        this.counters = counters;
        index = new PartitionIndex(options.MaxIndexedQuestions);
        embedder = generator is null ? null : new QuestionEmbedder(generator, options, time, failOpen, logger);
        loader = new IndexLoader(tiers, this, time, failOpen, logger, lifetime);

        // Without vectors the search still finds an equal question where the app has declared that less than the whole request counts.
        IsEnabled = options.EnableSameAnswer && (embedder is not null || options.HistoryScope is HistoryScope.Last or HistoryScope.None || options.AgentGroups.Count > 0);
    }

    public bool IsEnabled { get; }

    public int Count => index.Count;

    /// <summary>Gets the name of the model that finds candidates, as <see cref="ExplainAsync"/> has its cosine.</summary>
    public string EmbeddingModel => embedder?.Model ?? LocalEmbeddingGenerator.ModelId;

    /// <summary>Gets the judge's name; <see langword="null"/> where there is none.</summary>
    public string? Judge => decider.JudgeId;

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

    /// <summary>The entry whose answer may be served to a question.</summary>
    public async ValueTask<SameAnswerMatch?> FindAsync(CachePlan plan, SameAnswerQuery query, CancellationToken cancellationToken)
    {
        await loader.LoadAsync(cancellationToken).ConfigureAwait(false);
        var candidates = index.Find(plan.PartitionDigest, query, Floor(plan.PartitionDigest), options.MaxCandidates);

        // The index may know a question that another process has reported since.
        candidates.RemoveAll(c => c.Key == plan.KeyDigest || quarantine.HoldsQuestion(c.Key) || DiffersInLayout(query.Text, c.Question));
        return candidates.Count == 0 ? null : Choose(plan.PartitionDigest, query.Text, candidates);
    }

    /// <summary>
    /// The cosine below which a question is no candidate in a partition. Without a judge it is the whole decision, and a report of a
    /// false hit brings it half of the way to 1.
    /// </summary>
    public float Floor(CacheDigest partition) => decider.HasJudge
        ? (float)decider.SimilarityThreshold
        : (float)(1 - ((1 - decider.SimilarityThreshold) * bounds.ShareOf(partition)));

    /// <summary>Whether a question that the model is working on has the same answer: the two are judged alone, its answer is not known yet.</summary>
    /// <returns>How well they match; <see langword="null"/> where they do not.</returns>
    public MatchQuality? Match(CacheDigest partition, string text, string other, double similarity)
    {
        if (string.Equals(text, other, StringComparison.Ordinal))
        {
            return new MatchQuality(1, null);
        }

        if (DiffersInLayout(text, other))
        {
            return null;
        }

        var decision = decider.Decide(text, other, (float)similarity, Budget(partition));
        CountRefusal(decision.RefusedBy);
        return decision.Accepted ? new MatchQuality(similarity, decision.Probability) : null;
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

        index.Add(entry.Partition, entry.Id.Key, entry.Question, AnswerIdentity.Of(entry), vector);
    }

    private SameAnswerMatch? Choose(CacheDigest partition, string text, List<SameAnswerCandidate> candidates)
    {
        // Where less than the whole request counts, the very same words may stand in the partition.
        if (candidates.Find(c => string.Equals(c.Question, text, StringComparison.Ordinal)) is { Question: not null } same)
        {
            return new SameAnswerMatch(same.Key, new MatchQuality(1, null));
        }

        var questions = new CandidateQuestion[candidates.Count];
        for (var i = 0; i < questions.Length; i++)
        {
            questions[i] = new CandidateQuestion(candidates[i].Question, (float)candidates[i].Similarity, candidates[i].Answer);
        }

        var refusedBy = new string?[questions.Length];
        var decision = decider.Decide(text, questions, refusedBy, Budget(partition));
        Array.ForEach(refusedBy, CountRefusal);
        return decision.Accepted < 0 ? null
            : new SameAnswerMatch(candidates[decision.Accepted].Key, new MatchQuality(candidates[decision.Accepted].Similarity, decision.Probability));
    }

    private double Budget(CacheDigest partition) => decider.ErrorBudget * bounds.ShareOf(partition);

    private void CountRefusal(string? refusedBy)
    {
        if (refusedBy is not null)
        {
            counters.Refusal(refusedBy);
        }
    }

    // The vectors of such texts are as good as equal, and no guard reads line breaks.
    private bool DiffersInLayout(string text, string other)
    {
        if (!TextNormalizer.DifferInLayoutOnly(text, other))
        {
            return false;
        }

        CountRefusal("layout");
        return true;
    }

    // What a tier gave back may be a whole entry and yet hold no vector of ours.
    private static bool HasUnitLength(float[] vector) => TensorPrimitives.Norm<float>(vector) is > 0.99f and < 1.01f;

    /// <summary>What every guard, the cosine and the judge say of two questions.</summary>
    public async ValueTask<SameAnswerExplanation> ExplainAsync(string left, string right, CancellationToken cancellationToken)
    {
        var one = embedder is null ? null : await embedder.EmbedAsync(left, cancellationToken).ConfigureAwait(false);
        var other = one is null ? null : await embedder!.EmbedAsync(right, cancellationToken).ConfigureAwait(false);
        return decider.Explain(left, right, embedder is null ? null : other is null ? float.NaN : TensorPrimitives.Dot<float>(one, other));
    }

    /// <summary>Whether a question must not answer others, because an answer of it was reported as a false hit.</summary>
    public bool IsBarred(CacheDigest key) => quarantine.HoldsQuestion(key);

    /// <summary>The partition of a question in the index.</summary>
    public CacheDigest? PartitionOf(CacheDigest key) => index.PartitionOf(key);

    public void Remove(CacheDigest key) => index.Remove(key);

    public void Clear() => index.Clear();

    /// <summary>Waits until the questions of the tiers below are in the index.</summary>
    public ValueTask LoadAsync(CancellationToken cancellationToken) => IsEnabled ? loader.LoadAsync(cancellationToken, patient: true) : default;
}

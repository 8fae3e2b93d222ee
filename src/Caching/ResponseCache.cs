using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using Parsimony.Embeddings;

namespace Parsimony.Caching;

/// <summary>
/// Keeps answers of language models and serves them again: to the very same call, and, given a generator of embeddings, to a
/// question that has the same answer. It never throws for a fault of its own on the way of a call.
/// </summary>
public sealed class ResponseCache : IMemoryReclaimer, IAsyncDisposable, IDisposable
{
    /// <summary>Creates a cache with its own tiers.</summary>
    /// <param name="options">What to keep, where, and when to answer; read once.</param>
    /// <param name="generator">Makes the embeddings of the same-answer search; without it only the very same call is answered.</param>
    /// <param name="timeProvider">The clock; <see langword="null"/> for the system's.</param>
    /// <param name="logger">Where to log; no prompt, answer or key is logged.</param>
    /// <param name="l2">A distributed cache that takes the place of the disk tiers.</param>
    /// <param name="decider">The same-answer policy; <see langword="null"/> for one with <see cref="ResponseCacheOptions.SimilarityThreshold"/>.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message lists every error.</exception>
    public ResponseCache(
        ResponseCacheOptions options,
        IEmbeddingGenerator<string, Embedding<float>>? generator = null,
        TimeProvider? timeProvider = null,
        ILogger<ResponseCache>? logger = null,
        IDistributedCache? l2 = null,
        SameAnswerDecider? decider = null) => throw new NotSupportedException();

    /// <summary>Occurs when the cache answered a call. A handler's exception is counted and goes no further.</summary>
    public event EventHandler<CacheHitEventArgs>? Hit;

    /// <summary>Gets what the cache did and holds.</summary>
    public CacheStatistics Statistics => throw new NotSupportedException();

    /// <summary>Decides whether a call may use the cache, and under which key.</summary>
    /// <param name="messages">The messages of the call.</param>
    /// <param name="options">The options of the call.</param>
    /// <param name="scope">Who the call is made for.</param>
    public CachePlan Plan(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CallScope scope) => throw new NotSupportedException();

    /// <summary>Looks an answer up: the very same call first, then a question with the same answer.</summary>
    /// <param name="plan">The plan of the call.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The answer, or <see langword="null"/>.</returns>
    public ValueTask<CachedAnswer?> TryGetAsync(CachePlan plan, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Offers an answer of the model to the cache.</summary>
    /// <param name="plan">The plan of the call that was answered.</param>
    /// <param name="response">The answer; it is copied.</param>
    /// <param name="tags">Tags to remove the entry by, in addition to <see cref="ResponseCacheOptions.Tags"/>.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The new entry's id, or why the answer was not kept.</returns>
    public ValueTask<StoreResult> StoreAsync(CachePlan plan, ChatResponse response, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>
    /// Answers a call from the cache, or from the same call that someone else has begun, or by the model: equal calls that come
    /// together make one model call, and so do calls that have the same answer.
    /// </summary>
    /// <param name="plan">The plan of the call.</param>
    /// <param name="callModel">Calls the model; its exceptions come through unchanged.</param>
    /// <param name="tags">Tags for the entry that the call may make.</param>
    /// <param name="cancellationToken">Cancels this call. Others that wait for its answer are not cancelled: one of them takes over.</param>
    /// <returns>The answer and where it came from.</returns>
    public Task<CacheOutcome> GetOrCreateAsync(CachePlan plan, Func<CancellationToken, Task<ChatResponse>> callModel, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Removes an entry from every tier.</summary>
    /// <param name="entryId">The entry's id, as served with an answer.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    public ValueTask RemoveAsync(string entryId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Removes the entries with a tag from every tier, and keeps no answer with this tag that the model is working on now.</summary>
    /// <param name="tag">The tag; "*" stands for all entries.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    public ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Reports that an entry answered a question wrongly: it is removed at once, and its question answers no other question from now on, also after a restart.</summary>
    /// <param name="entryId">The entry's id, as served with the wrong answer.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    /// <returns>Whether the id was one of an entry of this cache's format.</returns>
    public ValueTask<bool> ReportFalseHitAsync(string entryId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Fills the cache from known answers, one JSON object a line: <c>{"prompt" | "messages":[{"role","content"}], "answer", "model"?, "tenant"?, "user"?, "agent"?, "tags"?:[]}</c>.</summary>
    /// <param name="lines">UTF-8 text.</param>
    /// <param name="options">The options of the live calls that the answers are for: they are part of the key.</param>
    /// <param name="scope">The scope of those calls; what a line says wins.</param>
    /// <param name="cancellationToken">Cancels the warming.</param>
    /// <returns>How many lines were read and stored, and what was wrong with the others.</returns>
    public Task<WarmResult> WarmAsync(Stream lines, ChatOptions? options = null, CallScope? scope = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Drops what has expired, moves what is not used to the tier below, and gives disk space back.</summary>
    /// <param name="cancellationToken">Cancels the work between its steps.</param>
    public ValueTask MaintainAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <inheritdoc/>
    public long Reclaim(double fraction) => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Dispose() => Hit?.Invoke(this, null!);
}

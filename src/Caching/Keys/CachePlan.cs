namespace Parsimony.Caching;

/// <summary>What the cache decided about a call before it looked anything up: whether it may, and under which key.</summary>
/// <remarks>Made by <see cref="ResponseCache.Plan"/>. It holds the question's text: do not log it.</remarks>
public sealed class CachePlan
{
    private readonly CacheDigest key;
    private readonly CacheDigest partition;
    private string? keyText;
    private string? partitionText;

    internal CachePlan(BypassReason reason, CallScope scope)
    {
        BypassReason = reason;
        Scope = scope;
    }

    internal CachePlan(CacheDigest key, CacheDigest partition, string userText, CallScope scope)
        : this(BypassReason.None, scope)
    {
        this.key = key;
        this.partition = partition;
        UserText = userText;
    }

    /// <summary>Gets a value indicating whether the call may be answered from the cache and its answer kept.</summary>
    public bool IsCacheable => BypassReason == BypassReason.None;

    /// <summary>Gets why the call passes the cache by; <see cref="BypassReason.None"/> when it does not.</summary>
    public BypassReason BypassReason { get; }

    /// <summary>Gets the exact key: 64 hexadecimal digits of a SHA-256 over all that the answer may depend on. Empty when not cacheable.</summary>
    public string Key => IsCacheable ? keyText ??= key.ToString() : "";

    /// <summary>Gets the partition of the same-answer search: 64 hexadecimal digits. No search leaves it. Empty when not cacheable.</summary>
    public string Partition => IsCacheable ? partitionText ??= partition.ToString() : "";

    /// <summary>Gets the last user text, normalised: NFC, trimmed, blanks and line breaks folded. Empty where there is none.</summary>
    public string UserText { get; } = "";

    /// <summary>Gets who the call is made for.</summary>
    public CallScope Scope { get; }

    /// <summary>Gets a value indicating whether an answer to a question in other words may be served.</summary>
    public bool AllowsSameAnswer { get; internal init; }

    /// <summary>Gets how long the answer is kept; <see langword="null"/> for <see cref="ResponseCacheOptions.Expiration"/>.</summary>
    public TimeSpan? Expiration { get; internal init; }

    /// <summary>
    /// Gets the plan of the same call for no client in particular, where this one is for a client: what the app stored itself is found
    /// there and serves every client.
    /// </summary>
    internal CachePlan? OfTheApp { get; init; }

    /// <summary>
    /// Gets the plan of the same question as if it opened a conversation, where the turn stands alone behind its history. Only searched
    /// for the same answer: the turn's own answer is kept under its history.
    /// </summary>
    internal CachePlan? Opening { get; init; }

    /// <summary>Gets the place of this plan in the order of plans and tag removals: an answer planned before a removal is not kept.</summary>
    internal long Sequence { get; init; }

    internal CacheDigest KeyDigest => key;

    internal CacheDigest PartitionDigest => partition;
}

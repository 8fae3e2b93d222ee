using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>How a call was answered: by the cache, by the same call of someone else, or by the model.</summary>
public sealed class CacheOutcome
{
    internal CacheOutcome(ChatResponse response, CachedAnswer? hit, StoreResult store)
    {
        Response = response;
        Hit = hit;
        Store = store;
    }

    /// <summary>Gets the answer.</summary>
    public ChatResponse Response { get; }

    /// <summary>Gets what the cache knows of the answer; <see langword="null"/> where the model was called for this very call.</summary>
    public CachedAnswer? Hit { get; }

    /// <summary>Gets what became of the model's answer; without meaning where <see cref="Hit"/> is set.</summary>
    public StoreResult Store { get; }
}

using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>An answer served from the cache.</summary>
public sealed class CachedAnswer
{
    /// <summary>The key in <see cref="ChatResponse.AdditionalProperties"/> that holds the entry id of a served answer.</summary>
    public const string EntryProperty = "parsimony.entry";

    /// <summary>The key in <see cref="ChatResponse.AdditionalProperties"/> that holds the tier that a served answer came from: "L1", "L2" or "L3".</summary>
    public const string TierProperty = "parsimony.tier";

    internal CachedAnswer(ChatResponse response, string entryId, CacheTier tier)
    {
        Response = response;
        EntryId = entryId;
        Tier = tier;
    }

    /// <summary>Gets a fresh copy of the answer: new message, response and tool call ids, a new time, and a usage of zero tokens.</summary>
    public ChatResponse Response { get; }

    /// <summary>Gets the id to report a false hit with, or to remove the entry by.</summary>
    public string EntryId { get; }

    /// <summary>Gets the tier that held the entry.</summary>
    public CacheTier Tier { get; }

    /// <summary>Gets a value indicating whether the entry answers another question that was held to have the same answer.</summary>
    public bool SameAnswer { get; internal init; }

    /// <summary>Gets the cosine of the two questions, -1 to 1; 1 for an exact hit.</summary>
    public double Similarity { get; internal init; } = 1;

    /// <summary>Gets the estimated probability that the answer serves this question, 0 to 1; <see langword="null"/> for an exact hit, and where no judge was asked.</summary>
    public double? Probability { get; internal init; }

    /// <summary>Gets the usage of the call that made the answer: what this hit saved. <see langword="null"/> where the model did not say.</summary>
    public UsageDetails? SavedUsage { get; internal init; }
}

namespace Parsimony.Caching;

/// <summary>What became of an answer that was offered to the cache.</summary>
/// <param name="EntryId">The new entry's id, or <see langword="null"/> where the answer was not kept.</param>
/// <param name="Declined">Why it was not kept; <see cref="DeclineReason.None"/> where it was.</param>
public readonly record struct StoreResult(string? EntryId, DeclineReason Declined)
{
    /// <summary>Gets a value indicating whether the answer is in the cache now.</summary>
    public bool Stored => EntryId is not null;
}

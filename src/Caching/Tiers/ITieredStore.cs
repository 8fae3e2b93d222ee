namespace Parsimony.Caching;

/// <summary>
/// The three tiers as one store of bytes. No method throws for a fault of a tier (a vanished directory, a full disk, a corrupt
/// entry): such a fault is counted, said once, and reads as a miss. Only cancellation comes through.
/// </summary>
internal interface ITieredStore : IAsyncDisposable
{
    /// <summary>Reads an entry and says which tier held it; what a lower tier held is in the upper ones afterwards.</summary>
    ValueTask<StoredEntry?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes an entry to the memory and the disk tier. The store keeps the payload; the caller must not change it.</summary>
    /// <returns>Whether any tier took it: one without room, or out of reach, does not.</returns>
    ValueTask<bool> WriteAsync(string key, ReadOnlyMemory<byte> payload, TimeSpan expiration, IReadOnlyCollection<string> tags, CancellationToken cancellationToken);

    /// <summary>Removes an entry from every tier.</summary>
    ValueTask RemoveAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes what was written under a tag from every tier; "*" stands for all entries.</summary>
    ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken);

    /// <summary>
    /// All living entries, in no particular order, without counting as reads. A distributed cache of the app cannot be
    /// enumerated: then these are the entries in memory.
    /// </summary>
    IAsyncEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> EnumerateAsync(CancellationToken cancellationToken);

    /// <summary>Gives memory back.</summary>
    /// <param name="fraction">The part of the memory tier to drop, 0 to 1.</param>
    /// <returns>The bytes given back.</returns>
    long Reclaim(double fraction);

    /// <summary>What a tier holds and did.</summary>
    TierStatistics GetStatistics(CacheTier tier);

    /// <summary>Gets how many faults of the tiers were counted.</summary>
    long Faults => 0;

    /// <summary>Gets a value indicating whether the disk tiers are out of reach now.</summary>
    bool IsDiskAway => false;

    /// <summary>Drops what has expired, settles the sizes and gives disk space back.</summary>
    ValueTask MaintainAsync(CancellationToken cancellationToken);
}

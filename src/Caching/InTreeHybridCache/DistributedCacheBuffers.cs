using System.Buffers;
using Microsoft.Extensions.Caching.Distributed;

namespace Parsimony.Caching;

/// <summary>Writes a buffer to a distributed cache by whichever interface it has.</summary>
internal static class DistributedCacheBuffers
{
    public static ValueTask SetAsync(
        this IDistributedCache cache, string key, ReadOnlySequence<byte> value, DistributedCacheEntryOptions options, CancellationToken cancellationToken) =>
        cache is IBufferDistributedCache buffers
            ? buffers.SetAsync(key, value, options, cancellationToken)
            : new(cache.SetAsync(key, value.ToArray(), options, cancellationToken));
}

using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Parsimony.Caching;

/// <summary>Puts the tiers together.</summary>
internal static class TieredStore
{
    /// <summary>The disk tier's file in the cache's directory.</summary>
    public const string L2FileName = "responses.db";

    /// <summary>The archive's file in the cache's directory.</summary>
    public const string L3FileName = "archive.db";

    /// <summary>Opens the tiers that the options ask for. A distributed cache given here takes the place of the disk tiers.</summary>
    public static ITieredStore Create(ResponseCacheOptions options, TimeProvider timeProvider, ILogger logger, IDistributedCache? l2)
    {
        var clock = new MonotonicClock(timeProvider);
        var faults = new StoreFaults(logger);
        var counters = new TierCounters[] { new(), new(), new() };
        var memory = new BoundedMemoryCache(options.L1MaxBytes, options.L1Policy, timeProvider, counters[0]);
        var disk = l2 is null && options.Directory is { } directory ? OpenDisk(options, directory, timeProvider, faults, logger, counters) : null;
        IDistributedCache? second = l2 is not null ? new GuardedDistributedCache(l2, faults.Report)
            : disk is not null ? new SqliteDistributedCache(disk, timeProvider) : null;

        // A provider of our own: the app's memory cache, distributed cache and HybridCache options stay out of it.
        var services = new ServiceCollection();
        services.AddSingleton<IMemoryCache>(memory);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance); // its log texts may hold keys
        services.AddSingleton<IHybridCacheSerializer<StoredBlob>, StoredBlobSerializer>();
        if (second is not null)
        {
            services.AddSingleton(second);
        }

        HybridCacheRegistration.Add(services);
        var provider = services.BuildServiceProvider();
        return new HybridTieredStore(
            provider, provider.GetRequiredService<HybridCache>(), memory, disk,
            new RemovedTags(second, clock, HousekeepingKeys.RemovedTag), clock, faults, counters, hasL2: second is not null);
    }

    private static DiskTiers OpenDisk(
        ResponseCacheOptions options, string directory, TimeProvider timeProvider, StoreFaults faults, ILogger logger, TierCounters[] counters)
    {
        var l2 = Open(L2FileName, "L2", options.L2MaxBytes);
        var archive = options.L3MaxBytes > 0
            ? new CompressedArchive(Open(L3FileName, "L3", options.L3MaxBytes), options.EnableCompression, options.CompressionThreshold)
            : null;
        return new(l2, archive, counters[1], counters[2]);

        DiskTable Open(string name, string tier, long maxBytes) =>
            new(new SelfHealingFile(Path.Combine(directory, name), tier, timeProvider, faults, logger), maxBytes, timeProvider);
    }
}

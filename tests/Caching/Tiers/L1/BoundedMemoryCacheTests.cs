using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;
using Parsimony.Testing;

namespace Parsimony.Caching.Tests;

public class BoundedMemoryCacheTests
{
    private readonly ManualTimeProvider time = new();

    [Fact]
    public void The_bound_holds_after_every_step_whatever_the_sizes_and_the_policy()
    {
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), Gen.Elements(Enum.GetValues<EvictionPolicy>()).ToArbitrary(), (seed, policy) =>
        {
            var random = new Random(seed);
            var bound = random.Next(0, 20_000);
            var counters = new TierCounters();
            var cache = new BoundedMemoryCache(bound, policy, time, counters);
            for (var i = 0; i < 300; i++)
            {
                Put(cache, "k" + random.Next(40), random.Next(0, 6_000), TimeSpan.FromMinutes(random.Next(1, 60)));
                cache.TryGetValue("k" + random.Next(40), out _);
                Assert.InRange(cache.Total.Bytes, 0, bound);
                Assert.Equal(cache.Total.Entries, cache.Keys.Count());
            }

            cache.Reclaim(1);
            Assert.Equal((0, 0), cache.Total);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Each_policy_keeps_exactly_what_its_plain_model_keeps()
    {
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), Gen.Elements(Enum.GetValues<EvictionPolicy>()).ToArbitrary(), (seed, policy) =>
        {
            var random = new Random(seed);
            const int Capacity = 7;
            var entryCharge = BoundedMemoryCache.EntryOverhead + 4 + 100; // a key of two characters
            var cache = new BoundedMemoryCache(Capacity * entryCharge, policy, time);
            var model = new PolicyModel(policy, Capacity);
            for (var i = 0; i < 400; i++)
            {
                var key = "k" + random.Next(10);
                switch (random.Next(8))
                {
                    case 0:
                        cache.Remove(key);
                        model.Remove(key);
                        break;
                    case < 4:
                        var life = random.Next(1, 1000);
                        Put(cache, key, 100, TimeSpan.FromMinutes(life));
                        model.Put(key, life);
                        break;
                    default:
                        Assert.Equal(model.Read(key), cache.TryGetValue(key, out _));
                        break;
                }

                Assert.Equal(model.Keys.Order(), cache.Keys.Cast<string>().Order());
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_entry_ends_at_its_time()
    {
        var cache = new BoundedMemoryCache(10_000, EvictionPolicy.LeastRecentlyUsed, time);
        Put(cache, "k", 1, TimeSpan.FromMinutes(1));
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.True(cache.TryGetValue("k", out _));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(cache.TryGetValue("k", out _));
        Assert.Equal(0, cache.Total.Entries);
    }

    [Fact]
    public void What_has_expired_can_be_swept_out_unread()
    {
        var cache = new BoundedMemoryCache(10_000, EvictionPolicy.LeastRecentlyUsed, time);
        Put(cache, "short", 1, TimeSpan.FromMinutes(1));
        Put(cache, "long", 1, TimeSpan.FromMinutes(9));
        time.Advance(TimeSpan.FromMinutes(2));
        cache.DropExpired();

        Assert.Equal(["long"], cache.Keys);
    }

    [Fact]
    public void An_entry_whose_token_has_changed_is_gone()
    {
        using var source = new CancellationTokenSource();
        var cache = new BoundedMemoryCache(10_000, EvictionPolicy.LeastRecentlyUsed, time);
        cache.Set("k", 1, new MemoryCacheEntryOptions { Size = 1 }.AddExpirationToken(new CancellationChangeToken(source.Token)));
        Assert.True(cache.TryGetValue("k", out _));
        source.Cancel();

        Assert.False(cache.TryGetValue("k", out _));
    }

    [Fact]
    public void Those_who_asked_are_told_why_an_entry_went()
    {
        var cache = new BoundedMemoryCache(2 * (BoundedMemoryCache.EntryOverhead + 4 + 100), EvictionPolicy.LeastRecentlyUsed, time);
        var told = new List<(object, EvictionReason)>();
        void Add(string key, TimeSpan life) => cache.Set(key, key, new MemoryCacheEntryOptions { Size = 100, AbsoluteExpirationRelativeToNow = life }
            .RegisterPostEvictionCallback((k, _, reason, _) => told.Add((k, reason))));

        Add("k1", TimeSpan.FromMinutes(1));
        Add("k1", TimeSpan.FromMinutes(1));
        cache.Remove("k1");
        Add("k2", TimeSpan.FromMinutes(1));
        time.Advance(TimeSpan.FromMinutes(1));
        cache.TryGetValue("k2", out _);
        Add("k3", TimeSpan.FromMinutes(1));
        Add("k4", TimeSpan.FromMinutes(1));
        Add("k5", TimeSpan.FromMinutes(1));

        Assert.Equal([("k1", EvictionReason.Replaced), ("k1", EvictionReason.Removed), ("k2", EvictionReason.Expired), ("k3", EvictionReason.Capacity)], told);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0.5, 5)]
    [InlineData(1, 10)]
    [InlineData(7, 10)]
    public void Reclaiming_gives_back_at_least_the_part_asked_for(double fraction, int entriesGone)
    {
        var cache = new BoundedMemoryCache(1_000_000, EvictionPolicy.LeastRecentlyUsed, time);
        for (var i = 0; i < 10; i++)
        {
            Put(cache, "k" + i, 100, TimeSpan.FromHours(1));
        }

        var before = cache.Total.Bytes;
        var freed = cache.Reclaim(fraction);

        Assert.Equal(before - cache.Total.Bytes, freed);
        Assert.Equal(10 - entriesGone, cache.Total.Entries);
    }

    [Fact]
    public void Threads_at_once_keep_the_books_straight()
    {
        var cache = new BoundedMemoryCache(32 << 20, EvictionPolicy.LeastFrequentlyUsed, time);
        Parallel.For(0, 20_000, i =>
        {
            var key = "k" + (i % 97);
            switch (i % 5)
            {
                case 0:
                    cache.Remove(key);
                    break;
                case 1:
                    Put(cache, key, (i % 13) * 100_000, TimeSpan.FromHours(1));
                    break;
                case 2 when i % 1000 == 2:
                    cache.Reclaim(0.3);
                    break;
                default:
                    cache.TryGetValue(key, out _);
                    break;
            }
        });

        Assert.InRange(cache.Total.Bytes, 0, 32 << 20);
        foreach (var key in cache.Keys.ToArray())
        {
            cache.Remove(key);
        }

        Assert.Equal((0, 0), cache.Total);
    }

    [Fact]
    public void On_zipf_traffic_frequency_beats_recency_and_both_beat_the_share_of_keys_held()
    {
        // 5,000 keys, exponent 0.9, room for 5 %: the share that a policy-free cache would hit is 5 %.
        var lru = HitRate(EvictionPolicy.LeastRecentlyUsed);
        var lfu = HitRate(EvictionPolicy.LeastFrequentlyUsed);

        Assert.InRange(lru, 0.35, 0.60);
        Assert.True(lfu > lru, $"LFU {lfu:P1}, LRU {lru:P1}");
    }

    private double HitRate(EvictionPolicy policy)
    {
        const int Keys = 5_000;
        var weights = Enumerable.Range(1, Keys).Select(static rank => Math.Pow(rank, -0.9)).ToArray();
        var total = 0.0;
        var cumulative = weights.Select(w => total += w).ToArray();
        var random = new Random(42);
        var cache = new BoundedMemoryCache(Keys / 20 * (BoundedMemoryCache.EntryOverhead + 100), policy, time);
        var hits = 0;
        const int Requests = 60_000;
        for (var i = 0; i < Requests; i++)
        {
            var found = Array.BinarySearch(cumulative, random.NextDouble() * total);
            object key = found < 0 ? ~found : found;
            if (cache.TryGetValue(key, out _))
            {
                hits++;
            }
            else
            {
                Put(cache, key, 100, TimeSpan.FromHours(1));
            }
        }

        return (double)hits / Requests;
    }

    private static void Put(BoundedMemoryCache cache, object key, long size, TimeSpan life)
    {
        using var entry = cache.CreateEntry(key);
        entry.Value = key;
        entry.Size = size;
        entry.AbsoluteExpirationRelativeToNow = life;
    }
}

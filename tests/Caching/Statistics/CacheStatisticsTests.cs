using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Statistics;

public sealed class CacheStatisticsTests
{
    [Fact]
    public async Task Every_lookup_is_one_of_exact_hit_same_answer_hit_and_miss()
    {
        using var embeddings = new FakeEmbeddings(["how do I top up", "how can I top up", "how do I not top up"]);
        var f = new CacheFixture(embeddings: embeddings);
        await f.CallsModelAsync("how do I top up");
        await f.CallsModelAsync("how do I top up");
        await f.CallsModelAsync("how can I top up");
        await f.CallsModelAsync("how do I not top up");
        await f.CallsModelAsync("What is the weather right now?");
        await f.CallsModelAsync("q", new ChatOptions { ConversationId = "c" });
        var s = f.Cache.Statistics;

        Assert.Equal((4, 1, 1, 2), (s.Lookups, s.ExactHits, s.SameAnswerHits, s.Misses));
        Assert.Equal(0.5, s.HitRate);
        Assert.Equal(2, s.Stored);
        Assert.Equal(new Dictionary<BypassReason, long> { [BypassReason.Freshness] = 1, [BypassReason.Conversation] = 1 }, s.Bypasses);
        Assert.Equal(1, s.Refusals["negation"]);
        Assert.Equal((20, 10), (s.SavedInputTokens, s.SavedOutputTokens));
        Assert.Equal(2, s.IndexedQuestions);
        Assert.Equal(2, s.Tiers[CacheTier.L1].Entries);
    }

    [Fact]
    public async Task What_was_not_kept_is_counted_by_reason()
    {
        var f = new CacheFixture();
        f.Model.Respond = (_, _, _) => Task.FromResult(new ChatResponse());
        await f.CallsModelAsync("q");

        Assert.Equal(new Dictionary<DeclineReason, long> { [DeclineReason.Empty] = 1 }, f.Cache.Statistics.Declined);
    }

    [Fact]
    public void Before_the_first_lookup_the_hit_rate_is_zero() => Assert.Equal(0, new CacheStatistics().HitRate);

    [Fact]
    public async Task A_hit_raises_an_event_without_any_text()
    {
        var f = new CacheFixture();
        var events = new List<CacheHitEventArgs>();
        f.Cache.Hit += (_, e) => events.Add(e);
        await f.StoreAsync("q", "a", scope: new() { Tenant = "t" });
        await f.GetAsync("q", scope: new() { Tenant = "t" });

        var hit = Assert.Single(events);
        Assert.Equal((CacheTier.L1, false, 1.0, "t"), (hit.Tier, hit.SameAnswer, hit.Similarity, hit.Scope.Tenant));
    }

    [Fact]
    public async Task Metrics_name_outcomes_and_no_tag_holds_a_key_or_a_text()
    {
        var tags = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Name.StartsWith("parsimony.cache.", StringComparison.Ordinal))
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, t, _) =>
        {
            lock (tags)
            {
                tags.AddRange(t.ToArray().Select(p => $"{instrument.Name} {p.Key}={p.Value}"));
            }
        });
        listener.Start();
        var f = new CacheFixture();
        await f.CallsModelAsync("secret question");
        await f.CallsModelAsync("secret question");

        lock (tags)
        {
            Assert.Contains("parsimony.cache.lookups outcome=miss", tags);
            Assert.Contains("parsimony.cache.lookups outcome=exact", tags);
            Assert.Contains("parsimony.cache.lookups tier=L1", tags);
            Assert.Contains("parsimony.cache.stores outcome=stored", tags);
            Assert.DoesNotContain(tags, t => t.Contains("secret", StringComparison.Ordinal) || t.Length > 64);
        }
    }
}

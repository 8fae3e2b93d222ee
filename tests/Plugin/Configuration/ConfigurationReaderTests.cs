using Parsimony.Caching;
using Parsimony.Context;
using Parsimony.Embeddings;

namespace Parsimony.Tests.Configuration;

public class ConfigurationReaderTests
{
    [Fact]
    public void Every_value_arrives_where_it_belongs()
    {
        var options = ConfigurationTestKit.Read("""
            {
              "environment": "test", "enableCache": false, "EnableBudget": false,
              "memory": { "maxMemoryUsage": 256, "alertThreshold": "70%", "gcInterval": 30, "contextRetentionTime": "2h", "agentMemoryLimit": "1MB" },
              "cache": { "l1MaxSize": 8, "l2MaxSizeMB": 16, "l3MaxSizeMB": 0, "ttlSeconds": 60, "compressionThreshold": 1024, "similarityThreshold": 0.9,
                         "enableJudge": false, "sameAnswerPolicy": "custom", "errorBudget": "1%",
                         "enableCompression": false, "enableSimilarityDetection": false, "cacheDir": "somewhere", "l1Policy": "TimeToLive", "pureTools": ["a", "b"], "disabledGuards": ["person"],
                         "agentGroups": { "clerk": "desk" }, "cacheStreamsWithoutFinishReason": true, "requireFinishReason": true },
              "contextFilter": { "maxContextPerAgent": 1000, "globalMaxContext": 5000, "adaptiveReduction": false, "memoryAwareFiltering": false,
                                 "models": { "gpt-4": 8192 },
                                 "agents": { "clerk": { "keywords": ["card", "pin"], "requiredKinds": ["Document"], "maxContextTokens": 500 } } },
              "throttle": { "maxConcurrentCalls": 3, "agents": { "clerk": 1 }, "exemptAgents": ["guard"] },
              "monitoring": { "alertsEnabled": false, "alertThresholds": { "memoryUsage": 0.99, "healthScore": 70 }, "healthCheckInterval": 5, "enableSlackAlerts": true }
            }
            """);

        Assert.Empty(options.LoadErrors);
        Assert.Empty(options.LoadWarnings);
        Assert.Equal(("test", false, false, true), (options.Environment, options.EnableCache, options.EnableBudget, options.EnableThrottle));
        Assert.Equal((256L << 20, 0.7, 1L << 20), (options.Memory.Limit, options.Memory.WarningThreshold, options.Throttle.AgentMemoryLimit));
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromHours(2)), (options.Memory.CollectInterval, options.Memory.ContextRetention));
        Assert.Equal((8L << 20, 16L << 20, 0), (options.Cache.L1MaxBytes, options.Cache.L2MaxBytes, options.Cache.L3MaxBytes));
        Assert.Equal((TimeSpan.FromMinutes(1), 1024, 0.9), (options.Cache.Expiration, options.Cache.CompressionThreshold, options.Cache.SimilarityThreshold));
        Assert.Equal((false, SameAnswerPolicy.Custom, 0.01), (options.Cache.EnableJudge, options.Cache.SameAnswerPolicy, options.Cache.ErrorBudget));
        Assert.Equal((false, false, "somewhere"), (options.Cache.EnableCompression, options.Cache.EnableSameAnswer, options.Cache.Directory));
        Assert.Equal(EvictionPolicy.TimeToLive, options.Cache.L1Policy);
        Assert.Equal(["a", "b"], options.Cache.PureTools.Order());
        Assert.Equal(["person"], options.Cache.DisabledGuards);
        Assert.Equal("desk", options.Cache.AgentGroups["clerk"]);
        Assert.True(options.Cache.CacheStreamsWithoutFinishReason && options.Cache.RequireFinishReason);
        Assert.Equal((1000, 5000L, 8192), (options.Context.MaxContextTokens, options.Memory.MaxContextTokensHeld, options.Context.Models["gpt-4"]));
        Assert.False(options.Memory.HeldContextShrinksBudgets || options.Memory.MemoryShrinksBudgets);
        Assert.Equal(["card", "pin"], options.Context.Agents["Clerk"].Keywords);
        Assert.Equal([ContextItemKind.Document], options.Context.Agents["clerk"].RequiredKinds);
        Assert.Equal((3, 1, true), (options.Throttle.MaxConcurrentCalls, options.Throttle.Agents["clerk"], options.Throttle.ExemptAgents.Contains("GUARD")));
        Assert.Equal((false, 0.99, 70, true), (options.Alerts.Enabled, options.Memory.CriticalThreshold, options.Alerts.HealthScore, options.Alerts.EnableWebhook));
        Assert.Equal(TimeSpan.FromSeconds(5), options.Monitoring.HealthCheckInterval);
    }

    [Fact]
    public void A_key_without_effect_is_named()
    {
        var warnings = ConfigurationTestKit.Read("""{ "autoTuning": true, "monitoring": { "metricsRetention": 5 } }""").LoadWarnings;

        Assert.Equal(
            ["autoTuning has no effect yet.", "monitoring.metricsRetention has no effect yet."],
            warnings.Order());
    }

    [Fact]
    public void An_unknown_key_is_named_with_the_one_that_was_meant()
    {
        var options = ConfigurationTestKit.Read("""{ "cache": { "ttlSecond": 5, "colour": "red" } }""");

        Assert.Equal(
            ["cache.colour is not a key and has no effect.", "cache.ttlSecond is not a key and has no effect; did you mean cache.ttlSeconds?"],
            options.LoadWarnings.Order());
        Assert.Empty(options.LoadErrors);
    }

    [Fact]
    public void A_value_that_cannot_be_read_leaves_the_default_and_is_an_error_with_key_value_and_remedy()
    {
        var options = ConfigurationTestKit.Read("""{ "cache": { "enableCompression": "perhaps" } }""");

        Assert.True(options.Cache.EnableCompression);
        Assert.Equal("cache.enableCompression = perhaps: must be true or false", Assert.Single(options.LoadErrors).ToString());
    }

    [Fact]
    public void Empty_and_null_values_mean_not_said()
    {
        var options = ConfigurationTestKit.Read("""{ "environment": "", "memory": { "maxMemoryUsage": null }, "cache": {} }""");

        Assert.Null(options.Memory.Limit);
        Assert.Empty(options.LoadErrors);
        Assert.Empty(options.LoadWarnings);
    }

    [Fact]
    public void Every_key_puts_its_value_somewhere_or_says_that_it_has_no_effect()
    {
        string[] values = ["true", "7", "L1", "TimeToLive", "Last", "Turn", "Balanced", "StablePrefix"];
        Assert.All(ConfigurationKeys.All, key =>
        {
            var parts = key.Path.Replace("*", "some", StringComparison.Ordinal).Split('.');
            Assert.True(key.Matches(parts, out _));
            var readable = values.Count(value =>
            {
                try
                {
                    key.Apply(new ParsimonyOptions(), value, "some");
                    return true;
                }
                catch (FormatException)
                {
                    return false;
                }
            });
            Assert.InRange(readable, 1, values.Length);
        });
        Assert.Equal(ConfigurationKeys.All.Count, ConfigurationKeys.All.Select(k => k.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}

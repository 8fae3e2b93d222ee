using Parsimony.Testing;
using Parsimony.Tests.Configuration;

namespace Parsimony.Tests.Options;

public class ParsimonyOptionsValidatorTests
{
    private readonly ListLogger<ParsimonyOptions> log = new();

    [Fact]
    public void The_defaults_are_valid_and_warn_of_nothing()
    {
        Assert.True(Validate(new ParsimonyOptions()).Succeeded);
        Assert.Empty(log.Entries);
    }

    [Fact]
    public void A_file_with_three_mistakes_of_three_kinds_names_all_three_with_key_value_and_remedy()
    {
        var result = Validate(ConfigurationTestKit.Read("""
            { "memory": { "alertThreshold": 1.7 }, "cache": { "ttlSeconds": "soon", "similarityThreshold": 2 } }
            """));

        Assert.Equal(3, result.Failures!.Count());
        Assert.Contains(result.Failures!, f => f.StartsWith("cache.ttlSeconds = soon: must be a duration", StringComparison.Ordinal));
        Assert.Contains(result.Failures!, f => f.StartsWith("memory.alertThreshold = 1.7: must be", StringComparison.Ordinal));
        Assert.Contains(result.Failures!, f => f.StartsWith("cache.similarityThreshold = 2: must be a cosine, -1 to 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("memory.maxMemoryUsage", """{ "memory": { "maxMemoryUsage": -1 } }""")]
    [InlineData("memory.alertThreshold", """{ "memory": { "alertThreshold": 0 } }""")]
    [InlineData("memory.alertThreshold", """{ "memory": { "alertThreshold": 80 } }""")]
    [InlineData("monitoring.alertThresholds.memoryUsage", """{ "memory": { "alertThreshold": 0.9 }, "monitoring": { "alertThresholds": { "memoryUsage": 0.85 } } }""")]
    [InlineData("memory.hysteresis", """{ "memory": { "hysteresis": 0.9 } }""")]
    [InlineData("memory.gcInterval", """{ "memory": { "gcInterval": -5 } }""")]
    [InlineData("memory.trimInterval", """{ "memory": { "trimInterval": 0 } }""")]
    [InlineData("memory.contextRetentionTime", """{ "memory": { "contextRetentionTime": 0 } }""")]
    [InlineData("memory.agentMemoryLimit", """{ "memory": { "agentMemoryLimit": 0 } }""")]
    [InlineData("cache.ttlSeconds", """{ "cache": { "ttlSeconds": 0 } }""")]
    [InlineData("cache.l1MaxSize", """{ "cache": { "l1MaxSize": -1 } }""")]
    [InlineData("cache.l2MaxSizeMB", """{ "cache": { "l2MaxSizeMB": -1 } }""")]
    [InlineData("cache.l3MaxSizeMB", """{ "cache": { "l3MaxSizeMB": -1 } }""")]
    [InlineData("cache.compressionThreshold", """{ "cache": { "compressionThreshold": -1 } }""")]
    [InlineData("cache.maxCandidates", """{ "cache": { "maxCandidates": 0 } }""")]
    [InlineData("cache.l1Policy", """{ "cache": { "l1Policy": "Random" } }""")]
    [InlineData("cache.cacheDir", """{ "cache": { "cacheDir": " " } }""")]
    [InlineData("contextFilter.maxContextPerAgent", """{ "contextFilter": { "maxContextPerAgent": 0 } }""")]
    [InlineData("contextFilter.globalMaxContext", """{ "contextFilter": { "globalMaxContext": 0 } }""")]
    [InlineData("contextFilter.replyReserve", """{ "contextFilter": { "contextWindow": 1000 } }""")]
    [InlineData("contextFilter.recencyWeight", """{ "contextFilter": { "recencyWeight": -1 } }""")]
    [InlineData("contextFilter.minimumPressureShare", """{ "contextFilter": { "minimumPressureShare": 0 } }""")]
    [InlineData("contextFilter.models.gpt-4", """{ "contextFilter": { "models": { "gpt-4": 0 } } }""")]
    [InlineData("contextFilter.agents.clerk.maxContextTokens", """{ "contextFilter": { "agents": { "clerk": { "maxContextTokens": 0 } } } }""")]
    [InlineData("throttle.maxConcurrentCalls", """{ "throttle": { "maxConcurrentCalls": 0 } }""")]
    [InlineData("throttle.agents.clerk", """{ "throttle": { "agents": { "clerk": 0 } } }""")]
    [InlineData("throttle.maxDelay", """{ "throttle": { "maxDelay": "100d" } }""")]
    [InlineData("throttle.retryAfter", """{ "throttle": { "retryAfter": 0 } }""")]
    [InlineData("monitoring.healthCheckInterval", """{ "monitoring": { "healthCheckInterval": 0 } }""")]
    [InlineData("monitoring.maintenanceInterval", """{ "monitoring": { "maintenanceInterval": 0 } }""")]
    [InlineData("monitoring.alertCooldown", """{ "monitoring": { "alertCooldown": -1 } }""")]
    [InlineData("monitoring.alertThresholds.throttledCalls", """{ "monitoring": { "alertThresholds": { "throttledCalls": 2 } } }""")]
    [InlineData("monitoring.alertThresholds.cacheHitRate", """{ "monitoring": { "alertThresholds": { "cacheHitRate": -1 } } }""")]
    [InlineData("monitoring.alertThresholds.healthScore", """{ "monitoring": { "alertThresholds": { "healthScore": 101 } } }""")]
    public void A_value_out_of_range_is_one_error_under_its_key(string key, string json)
    {
        var failure = Assert.Single(Validate(ConfigurationTestKit.Read(json)).Failures!);

        Assert.StartsWith(key + " = ", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_from_code_are_checked_like_those_of_a_file()
    {
        var options = new ParsimonyOptions();
        options.Memory.WarningThreshold = double.NaN;
        options.Alerts.WebhookUrl = new Uri("ftp://secret.example");
        options.Cache.EmbeddingTimeout = TimeSpan.Zero;

        var failures = Validate(options).Failures!.ToArray();

        Assert.Equal(3, failures.Length);
        Assert.Contains(failures, f => f.StartsWith("Cache.EmbeddingTimeout = 00:00:00: must be a time above zero", StringComparison.Ordinal));
        Assert.DoesNotContain(failures, f => f.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Alerts_without_an_address_are_warned_of_by_key_and_variable()
    {
        var options = ConfigurationTestKit.Read("""{ "monitoring": { "enableSlackAlerts": true, "enableEmailAlerts": true } }""");

        Assert.True(Validate(options).Succeeded);
        Assert.Contains(log.Entries, e => e.Message.Contains("monitoring.enableSlackAlerts has no effect: SLACK_WEBHOOK_URL", StringComparison.Ordinal));
        Assert.Contains(log.Entries, e => e.Message.Contains("monitoring.enableEmailAlerts has no effect: EMAIL_SERVICE_API", StringComparison.Ordinal));
    }

    [Fact]
    public void What_has_no_effect_is_logged_once_each()
    {
        Validate(ConfigurationTestKit.Read("""{ "autoTuning": true, "cahce": {"ttlSeconds": 5} }"""));

        Assert.Equal(2, log.Entries.Count);
        Assert.Contains(log.Entries, e => e.Message.Contains("autoTuning", StringComparison.Ordinal));
        Assert.Contains(log.Entries, e => e.Message.Contains("cahce.ttlSeconds", StringComparison.Ordinal));
    }

    private Microsoft.Extensions.Options.ValidateOptionsResult Validate(ParsimonyOptions options) =>
        new ParsimonyOptionsValidator(log).Validate(null, options);
}

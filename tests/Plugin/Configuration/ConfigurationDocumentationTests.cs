using System.Text.Json;
using System.Text.RegularExpressions;
using Parsimony.Testing;

namespace Parsimony.Tests.Configuration;

public class ConfigurationDocumentationTests
{
    private static readonly string Sample = RepositoryRoot.File("samples", "config", "optimization.production.json");

    [Fact]
    public void The_page_on_configuration_has_a_row_for_every_key_and_for_no_other()
    {
        var page = File.ReadAllText(RepositoryRoot.File("docs", "configuration.md"));
        var tables = page[page.IndexOf("## Keys", StringComparison.Ordinal)..];
        var rows = Regex.Matches(tables, @"^\| `([^`]+)` \|", RegexOptions.Multiline).Select(m => m.Groups[1].Value);

        Assert.Equal(ConfigurationKeys.All.Select(k => k.Path).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_says_which_keys_have_no_effect_yet()
    {
        var page = File.ReadAllLines(RepositoryRoot.File("docs", "configuration.md"));

        Assert.All(ConfigurationKeys.All, key =>
            Assert.Equal(!key.HasEffect, page.Single(l => l.StartsWith($"| `{key.Path}` |", StringComparison.Ordinal)).EndsWith("none yet; it warns |", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_sample_file_is_valid_and_warns_of_exactly_what_has_no_effect()
    {
        var options = new ParsimonyOptions();
        new ParsimonyOptionsSource(null, Sample, _ => null).Configure(options);
        new ParsimonyOptionsSettlement().PostConfigure(null, options);

        Assert.Empty(ParsimonyOptionsValidator.Errors(options));
        Assert.Equal(
            ConfigurationKeys.All.Where(k => !k.HasEffect).Select(k => $"{k.Path} has no effect yet.").Order(),
            options.LoadWarnings.Order());
    }

    [Fact]
    public void The_sample_file_has_the_sections_and_keys_that_apps_of_the_earlier_system_know()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Sample));

        Assert.Equal(
            ["maxMemoryUsage", "alertThreshold", "gcInterval", "contextRetentionTime", "agentMemoryLimit"],
            Names("memory"));
        Assert.Equal(
            [
                "l1MaxSize", "l2MaxSizeMB", "l3MaxSizeMB", "ttlSeconds", "compressionThreshold", "similarityThreshold",
                "enableCompression", "enableSimilarityDetection", "persistToDisk", "cacheDir",
            ],
            Names("cache"));
        Assert.Equal(
            [
                "maxContextPerAgent", "globalMaxContext", "adaptiveReduction", "contextImportanceThreshold",
                "enableSpecializationFiltering", "memoryAwareFiltering",
            ],
            Names("contextFilter"));
        Assert.Equal(
            ["alertsEnabled", "alertThresholds", "healthCheckInterval", "metricsRetention", "enableSlackAlerts", "enableEmailAlerts"],
            Names("monitoring"));

        IEnumerable<string> Names(string section) => sample.RootElement.GetProperty(section).EnumerateObject().Select(p => p.Name);
    }
}

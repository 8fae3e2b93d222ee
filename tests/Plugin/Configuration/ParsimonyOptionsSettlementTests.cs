using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Parsimony.Context;

namespace Parsimony.Tests.Configuration;

public class ParsimonyOptionsSettlementTests
{
    [Fact]
    public void Nothing_is_kept_on_disk_when_the_file_says_so() =>
        Assert.Null(Options("""{ "cache": { "cacheDir": "a", "persistToDisk": false } }""").Cache.Directory);

    [Fact]
    public void Nothing_is_kept_on_disk_when_the_file_says_so_though_code_names_a_directory() =>
        Assert.Null(Options("""{ "cache": { "persistToDisk": false } }""", o => o.Cache.Directory = "a").Cache.Directory);

    [Fact]
    public void A_file_may_say_to_persist_and_code_where() =>
        Assert.Equal("a", Options("""{ "cache": { "persistToDisk": true } }""", o => o.Cache.Directory = "a").Cache.Directory);

    [Fact]
    public void To_persist_without_a_directory_is_an_error()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Options("""{ "cache": { "persistToDisk": true } }""")).Message;

        Assert.Contains("cache.cacheDir", error, StringComparison.Ordinal);
        Assert.Contains("CACHE_DIR", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_specialisation_agents_have_neither_keywords_nor_kinds_that_count_whoever_named_them()
    {
        var options = Options(
            """
            { "contextFilter": { "enableSpecializationFiltering": false, "agents": { "clerk": { "keywords": ["card"], "requiredKinds": ["Document"], "maxContextTokens": 9 } } } }
            """,
            o => o.Context.Agents["scribe"] = new AgentSpecialization { ExcludedKinds = { ContextItemKind.Document } });

        Assert.Equal(0, options.Context.SpecializationWeight);
        Assert.Empty(options.Context.Agents["clerk"].RequiredKinds);
        Assert.Empty(options.Context.Agents["scribe"].ExcludedKinds);
        Assert.Equal(9, options.Context.Agents["clerk"].MaxContextTokens);
    }

    private static ParsimonyOptions Options(string json, Action<ParsimonyOptions>? configure = null)
    {
        using var provider = new TestServices().Build(configure, ConfigurationTestKit.Json(json));
        return provider.GetRequiredService<IOptions<ParsimonyOptions>>().Value;
    }
}

using Parsimony.Testing;

namespace Parsimony.Context.Tests;

public class TokenCounterRegistryTests
{
    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("gpt-4o-mini-2024-07-18")]
    [InlineData("chatgpt-4o-latest")]
    [InlineData("gpt-4.1-nano")]
    [InlineData("gpt-5")]
    [InlineData("gpt-5.1")]
    [InlineData("o1")]
    [InlineData("o3-mini")]
    [InlineData("o4-mini")]
    [InlineData("gpt-oss-120b")]
    [InlineData("ft:gpt-4o:org::id")]
    [InlineData("openai/GPT-4o")]
    public void Newer_models_are_counted_with_o200k_base(string model)
        => Assert.Equal("o200k_base", new TokenCounterRegistry().ForModel(model).Name);

    [Theory]
    [InlineData("gpt-4")]
    [InlineData("gpt-4-turbo")]
    [InlineData("gpt-4-0613")]
    [InlineData("gpt-3.5-turbo")]
    [InlineData("gpt-35-turbo-16k")]
    [InlineData("text-embedding-3-small")]
    [InlineData("text-embedding-ada-002")]
    [InlineData("ft:gpt-3.5-turbo:org")]
    public void Older_models_are_counted_with_cl100k_base(string model)
        => Assert.Equal("cl100k_base", new TokenCounterRegistry().ForModel(model).Name);

    [Fact]
    public void An_unknown_model_is_counted_with_o200k_base_and_warned_of_once()
    {
        var logger = new ListLogger<TokenCounterRegistry>();
        var registry = new TokenCounterRegistry(logger);
        Assert.Equal("o200k_base", registry.ForModel("mystery-7b").Name);
        Assert.Equal("o200k_base", registry.ForModel("mystery-7b").Name);
        var entry = Assert.Single(logger.Entries);
        Assert.Contains("mystery-7b", entry.Message, StringComparison.Ordinal);
        registry.ForModel("o100");
        Assert.Equal(2, logger.Entries.Count);
    }

    [Fact]
    public void A_call_without_a_model_is_counted_with_o200k_base_silently()
    {
        var logger = new ListLogger<TokenCounterRegistry>();
        Assert.Equal("o200k_base", new TokenCounterRegistry(logger).ForModel(null).Name);
        Assert.Empty(logger.Entries);
    }

    [Fact]
    public void The_longest_registered_prefix_wins_over_shorter_ones_and_over_what_is_known()
    {
        var registry = new TokenCounterRegistry();
        registry.Register("llama", new FixedCounter("llama"));
        registry.Register("llama-3", new FixedCounter("llama-3"));
        registry.Register("gpt-4o", new FixedCounter("mine"));
        Assert.Equal("llama", registry.ForModel("Llama-2-7b").Name);
        Assert.Equal("llama-3", registry.ForModel("llama-3-8b").Name);
        Assert.Equal("mine", registry.ForModel("gpt-4o-mini").Name);
        Assert.Equal("cl100k_base", registry.ForModel("gpt-4").Name);
    }

    [Fact]
    public void An_empty_prefix_is_refused()
        => Assert.Throws<ArgumentException>(() => new TokenCounterRegistry().Register("", TokenCounter.O200kBase));

    private sealed class FixedCounter(string name) : TokenCounter
    {
        public override string Name => name;

        public override int Count(ReadOnlySpan<char> text) => text.Length;

        public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount)
            => tokenCount = Math.Min(text.Length, maxTokens);
    }
}

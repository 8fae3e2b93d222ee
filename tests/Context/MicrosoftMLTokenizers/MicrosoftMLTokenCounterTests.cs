using Microsoft.ML.Tokenizers;

namespace Parsimony.Context.Tests.MicrosoftMLTokenizers;

public class MicrosoftMLTokenCounterTests
{
    private static readonly MicrosoftMLTokenCounter Counter = new(TiktokenTokenizer.CreateForEncoding("cl100k_base"), "theirs");

    [Fact]
    public void It_counts_as_the_tokenizer_does()
    {
        Assert.Equal("theirs", Counter.Name);
        Assert.Equal(0, Counter.Count(""));
        Assert.Equal(TokenCounter.Cl100kBase.Count("Every token earns its place."), Counter.Count("Every token earns its place."));
    }

    [Fact]
    public void It_is_named_after_the_tokenizer_by_default()
        => Assert.Equal("TiktokenTokenizer", new MicrosoftMLTokenCounter(TiktokenTokenizer.CreateForEncoding("cl100k_base")).Name);

    [Fact]
    public void A_prefix_fits_and_does_not_split_a_pair_of_surrogates()
    {
        const string Text = "one two three 😀😀😀 unbelievable";
        for (var maxTokens = 0; maxTokens < 20; maxTokens++)
        {
            var length = Counter.GetPrefixLength(Text, maxTokens, out var count);
            Assert.True(count <= maxTokens);
            Assert.Equal(Counter.Count(Text.AsSpan(0, length)), count);
            Assert.False(length > 0 && length < Text.Length && char.IsSurrogatePair(Text[length - 1], Text[length]));
        }

        Assert.Equal(Text.Length, Counter.GetPrefixLength(Text, 1000, out _));
    }

    [Fact]
    public void A_registry_uses_it_for_the_models_it_is_registered_for()
    {
        var registry = new TokenCounterRegistry();
        registry.Register("llama", Counter);
        Assert.Same(Counter, registry.ForModel("llama-3.1-8b"));
    }
}

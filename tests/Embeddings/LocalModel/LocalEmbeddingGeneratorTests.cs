using System.Numerics.Tensors;
using FsCheck.Fluent;
using FsCheck;
using Microsoft.Extensions.AI;

namespace Parsimony.Embeddings.Tests;

public class LocalEmbeddingGeneratorTests
{
    [Fact]
    public async Task An_embedding_has_256_dimensions_and_length_1_and_names_its_model()
    {
        using var generator = new LocalEmbeddingGenerator();

        var embedding = (await generator.GenerateAsync(["How do I reset my password?"]))[0];

        Assert.Equal(256, embedding.Vector.Length);
        Assert.Equal(1, TensorPrimitives.Norm(embedding.Vector.Span), 5);
        Assert.Equal(LocalEmbeddingGenerator.ModelId, embedding.ModelId);
    }

    [Fact]
    public void Another_wording_is_nearer_than_another_question()
    {
        var question = Embed("How do I reset my password?");

        var same = TensorPrimitives.Dot<float>(question, Embed("I forgot my password, how can I change it"));
        var other = TensorPrimitives.Dot<float>(question, Embed("What is the weather like in Oslo tomorrow?"));

        Assert.True(same > other + 0.2, $"{same} is not well above {other}");
    }

    [Fact]
    public void Letter_case_and_short_forms_make_no_difference() =>
        Assert.Equal(Embed("What is the capital of France?"), Embed("WHATS THE CAPITAL OF FRANCE"));

    [Fact]
    public void A_misspelt_word_is_near_the_word()
    {
        var misspelt = TensorPrimitives.Dot<float>(Embed("restaurant"), Embed("restuarant"));

        Assert.True(misspelt > TensorPrimitives.Dot<float>(Embed("restaurant"), Embed("xylophone")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    public void A_text_without_words_has_no_direction(string text)
    {
        var vector = new float[LocalEmbeddingGenerator.Dimensions];

        Assert.False(LocalEmbeddingGenerator.Embed(text, vector));
        Assert.All(vector, static v => Assert.Equal(0, v));
    }

    [Fact]
    public async Task Another_model_or_another_width_is_refused_by_name()
    {
        using var generator = new LocalEmbeddingGenerator();

        var model = await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { ModelId = "text-embedding-3-small" }));
        var width = await Assert.ThrowsAsync<ArgumentException>(() => generator.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 1536 }));

        Assert.Contains("text-embedding-3-small", model.Message, StringComparison.Ordinal);
        Assert.Contains("1536", width.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_destination_that_is_too_short_is_refused() =>
        Assert.Throws<ArgumentException>(static () => LocalEmbeddingGenerator.Embed("a", new float[10]));

    [Fact]
    public void It_describes_itself_as_generators_do()
    {
        using var generator = new LocalEmbeddingGenerator();

        var metadata = Assert.IsType<EmbeddingGeneratorMetadata>(generator.GetService(typeof(EmbeddingGeneratorMetadata)));

        Assert.Equal(("parsimony", LocalEmbeddingGenerator.ModelId, 256), (metadata.ProviderName, metadata.DefaultModelId, metadata.DefaultModelDimensions));
        Assert.Same(generator, generator.GetService(typeof(LocalEmbeddingGenerator)));
        Assert.Null(generator.GetService(typeof(LocalEmbeddingGenerator), "key"));
    }

    [Fact]
    public void Any_text_gives_finite_numbers_and_the_same_ones_again() =>
        Prop.ForAll<string>(IsFiniteAndStable).QuickCheckThrowOnFailure();

    [Fact]
    public void Many_threads_get_the_numbers_of_one()
    {
        var expected = Embed("How long does a refund take?");

        Parallel.For(0, 200, _ => Assert.Equal(expected, Embed("How long does a refund take?")));
    }

    private static float[] Embed(string text)
    {
        var vector = new float[LocalEmbeddingGenerator.Dimensions];
        LocalEmbeddingGenerator.Embed(text, vector);
        return vector;
    }

    private static bool IsFiniteAndStable(string? text)
    {
        var first = Embed(text ?? "");
        return first.All(float.IsFinite) && first.SequenceEqual(Embed(text ?? ""));
    }
}

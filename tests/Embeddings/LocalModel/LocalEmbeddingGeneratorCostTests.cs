namespace Parsimony.Embeddings.Tests;

[Collection(MemoryCollection.Name)]
public class LocalEmbeddingGeneratorCostTests
{
    [Theory]
    [InlineData("Why was my card declined at the supermarket in Zxqvbn yesterday?")]
    [InlineData("Where’s the café that wouldn’t take “€ 1,000.50”?")]
    [InlineData("Как сбросить пароль?")]
    [InlineData("")]
    public void Embedding_allocates_nothing_once_warm(string text)
    {
        var vector = new float[LocalEmbeddingGenerator.Dimensions];

        Assert.Equal(0, Allocated(() => LocalEmbeddingGenerator.Embed(text, vector)));
    }

    [Fact]
    public void A_generated_embedding_costs_little_more_than_its_numbers()
    {
        using var generator = new LocalEmbeddingGenerator();
        string[] texts = ["How do I reset my password?"];

        Assert.InRange(Allocated(() => generator.GenerateAsync(texts)), 1024, 1024 + 400);
    }

    // Bytes a call.
    internal static long Allocated(Action call)
    {
        for (var i = 0; i < 100; i++)
        {
            call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }
}

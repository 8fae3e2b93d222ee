using System.Numerics.Tensors;

namespace Parsimony.Embeddings.Tests.LocalModel;

public class LocalEmbeddingTests
{
    private static readonly ILocalEmbedding Model = (ILocalEmbedding)new LocalEmbeddingGenerator().GetService(typeof(ILocalEmbedding))!;

    [Fact]
    public void It_embeds_as_the_generator_does()
    {
        var (one, other) = (new float[Model.Dimensions], new float[LocalEmbeddingGenerator.Dimensions]);

        Assert.True(Model.Embed("Where is my card?", one));
        LocalEmbeddingGenerator.Embed("Where is my card?", other);
        Assert.Equal(other, one);
    }

    [Fact]
    public void The_cosine_of_two_words_is_that_of_their_embeddings()
    {
        int[] others = [Model.FindWord("doctor"), Model.FindWord("guitar"), Model.FindWord("health")];
        Assert.All(others, id => Assert.InRange(id, 0, Model.WordCount - 1));
        var cosines = new float[3];

        Model.CompareWords(Model.FindWord("health"), others, cosines);

        Assert.Equal(Cosine("health", "doctor"), cosines[0], 5);
        Assert.Equal(Cosine("health", "guitar"), cosines[1], 5);
        Assert.Equal(1, cosines[2], 5);
        Assert.True(cosines[0] > cosines[1]);
    }

    [Fact]
    public void An_unknown_word_has_no_id() => Assert.Equal(-1, Model.FindWord("qzxvkk"));

    private static float Cosine(string left, string right)
    {
        var (l, r) = (new float[Model.Dimensions], new float[Model.Dimensions]);
        Model.Embed(left, l);
        Model.Embed(right, r);
        return TensorPrimitives.Dot<float>(l, r);
    }
}

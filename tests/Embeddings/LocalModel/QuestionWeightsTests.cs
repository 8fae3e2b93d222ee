namespace Parsimony.Embeddings.Tests;

public class QuestionWeightsTests
{
    [Fact]
    public void The_weights_know_common_words_and_no_nonsense()
    {
        var weights = QuestionWeights.Shipped;

        Assert.True(weights.Find(WordHash.Of("password")) >= 0);
        Assert.Equal(-1, weights.Find(WordHash.Of("zxqvbnm")));
    }

    [Fact]
    public void The_weights_and_the_judge_together_stay_within_12_megabytes() =>
        Assert.True(EmbeddedResource.Bytes("question-weights.bin").Length + EmbeddedResource.Bytes("judge-weights.bin").Length <= 12 * 1024 * 1024);

    [Fact]
    public void A_frequent_word_is_less_rare_than_a_seldom_one()
    {
        var weights = QuestionWeights.Shipped;

        Assert.True(weights.Rarity(weights.Find(WordHash.Of("the"))) < weights.Rarity(weights.Find(WordHash.Of("password"))));
    }

    [Fact]
    public void A_file_of_another_format_is_refused() =>
        Assert.Throws<InvalidDataException>(static () => new QuestionWeights(new byte[64]));

    [Fact]
    public void A_file_that_is_cut_short_is_refused()
    {
        var file = EmbeddedResource.Bytes("question-weights.bin").ToArray();

        Assert.Throws<InvalidDataException>(() => new QuestionWeights(file.AsSpan(0, file.Length / 2)));
    }

    [Fact]
    public void A_missing_resource_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(static () => EmbeddedResource.Bytes("no-such.bin"));

        Assert.Contains("no-such.bin", error.Message, StringComparison.Ordinal);
    }
}

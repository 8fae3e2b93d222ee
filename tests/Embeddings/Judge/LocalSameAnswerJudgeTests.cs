using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class LocalSameAnswerJudgeTests
{
    private readonly LocalSameAnswerJudge judge = new();

    [Theory]
    [InlineData("How do I reset my password?", "How can I reset my password?", "How do I delete my account?")]
    [InlineData("What is the capital of France?", "what's the capital of france", "What is the population of France?")]
    [InlineData("How long does a refund take?", "How long do refunds take?", "How do I ask for a refund?")]
    public void Another_wording_is_more_probable_than_another_question(string question, string same, string other) =>
        Assert.True(judge.Probability(question, same, 0) > judge.Probability(question, other, 0));

    [Fact]
    public void A_probability_is_between_0_and_1_and_does_not_depend_on_the_order() =>
        Prop.ForAll<string, string>(IsProbabilityEitherWay).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Wie setze ich mein Passwort zurück, wenn ich es vergessen habe?", "Wie kann ich mein vergessenes Passwort zurücksetzen lassen?")]
    [InlineData("如何重置密码", "怎么重置密码")]
    [InlineData("for (var i = 0; i < xs.Length; i++) { ys[i] += xs[i]; }", "for (var i = 0; i <= xs.Length; i++) { ys[i] += xs[i]; }")]
    public void Text_it_was_not_made_for_counts_only_when_its_words_are_equal(string text, string other)
    {
        Assert.Equal(0, judge.Probability(text, other, 1));
        Assert.Equal(1, judge.Probability(text, text.ToUpperInvariant(), 1));
    }

    [Fact]
    public void A_text_too_long_to_judge_is_never_taken_for_another()
    {
        var text = string.Join(' ', Enumerable.Repeat("please tell me how to bake bread", 40));

        Assert.Equal(0, judge.Probability(text, text + " today", 1));
    }

    [Fact]
    public void Many_threads_get_the_probability_of_one()
    {
        var expected = judge.Probability("How do I bake bread?", "bread baking instructions", 0);

        Parallel.For(0, 200, _ => Assert.Equal(expected, judge.Probability("How do I bake bread?", "bread baking instructions", 0)));
    }

    [Fact]
    public void Every_feature_has_its_place_and_a_name_of_its_own()
    {
        var names = new List<string>();
        var pair = new JudgedPair(QuestionWeights.Shipped);
        pair.Read("How do I bake bread?", "Why does bread rise?");
        var values = new float[PairFeatures.Most];

        var count = PairFeatures.Write(pair, values, names);

        Assert.Equal(count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(values[..count], static v => Assert.True(float.IsFinite(v)));
    }

    private bool IsProbabilityEitherWay(string? left, string? right)
    {
        var probability = judge.Probability(left ?? "", right ?? "", 0);
        return probability is >= 0 and <= 1 && probability == judge.Probability(right ?? "", left ?? "", 0);
    }
}

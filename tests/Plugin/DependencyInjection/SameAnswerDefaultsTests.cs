using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Embeddings;

namespace Parsimony.Tests.DependencyInjection;

/// <summary>What an app gets that says nothing about the same-answer search, and what it may replace.</summary>
public class SameAnswerDefaultsTests
{
    private const string Asked = "How do I freeze my card?";
    private const string InOtherLetters = "how do i freeze my card";
    private const string AnotherQuestion = "Who wrote Hamlet?";

    private readonly TestServices services = new();

    [Fact]
    public async Task Without_a_line_of_code_other_words_are_answered_and_other_questions_are_not()
    {
        await using var provider = services.Build();

        Assert.Equal((1, 2), await CallsAsync(provider));
        Assert.True(provider.GetRequiredService<SameAnswerDecider>().HasJudge);
    }

    [Fact]
    public async Task The_search_can_be_switched_off()
    {
        await using var provider = services.Build(o => o.Cache.EnableSameAnswer = false);

        Assert.Equal((2, 3), await CallsAsync(provider));
    }

    [Fact]
    public async Task A_judge_of_the_app_takes_the_place_of_ours_wherever_it_is_registered()
    {
        foreach (var first in new[] { true, false })
        {
            var own = new TestServices();
            if (first)
            {
                own.Collection.AddSingleton<ISameAnswerJudge>(new Constant(0));
            }

            own.Collection.AddParsimony();
            if (!first)
            {
                own.Collection.AddSingleton<ISameAnswerJudge>(new Constant(0));
            }

            await using var provider = own.Build();
            Assert.Equal((2, 3), await CallsAsync(provider));
        }
    }

    [Fact]
    public async Task A_guard_of_the_app_is_asked_after_ours()
    {
        services.Collection.AddSingleton<ISameAnswerGuard>(new Always());
        await using var provider = services.Build();

        Assert.Equal((2, 3), await CallsAsync(provider));
        Assert.Equal("always", provider.GetRequiredService<SameAnswerDecider>().Explain("a", "a").Guards[^1].Guard);
    }

    [Fact]
    public async Task With_the_judge_off_the_threshold_decides()
    {
        await using var provider = services.Build(o => o.Cache.EnableJudge = false);
        var decider = provider.GetRequiredService<SameAnswerDecider>();

        Assert.Equal((false, 0.92), (decider.HasJudge, decider.SimilarityThreshold));
    }

    [Fact]
    public async Task A_generator_that_the_app_names_finds_the_candidates_and_the_judge_still_decides()
    {
        using var generator = new FakeGenerator();
        services.Collection.AddSingleton<ISameAnswerJudge>(new Constant(0));
        await using var provider = services.Build(o => o.EmbeddingGenerator = _ => generator);

        Assert.Equal((2, 3), await CallsAsync(provider));
        Assert.True(generator.Calls > 0);
    }

    [Fact]
    public async Task A_policy_from_the_options_reaches_the_decision()
    {
        services.Collection.AddSingleton<ISameAnswerJudge>(new Constant(0.93));
        await using var provider = services.Build(o => o.Cache.SameAnswerPolicy = SameAnswerPolicy.Lenient);

        Assert.Equal(1, (await CallsAsync(provider)).AfterOtherLetters);
    }

    private static async Task<(int AfterOtherLetters, int AfterAnotherQuestion)> CallsAsync(IServiceProvider provider)
    {
        var model = new FakeModel();
        var client = model.WithContextBudget(provider).WithParsimony(provider);
        await client.GetResponseAsync(Asked);
        await client.GetResponseAsync(InOtherLetters);
        var after = model.Calls;
        await client.GetResponseAsync(AnotherQuestion);
        return (after, model.Calls);
    }

    private sealed class Constant(double probability) : ISameAnswerJudge
    {
        public double Probability(string left, string right, float similarity) => probability;
    }

    private sealed class Always : ISameAnswerGuard
    {
        public string Name => "always";

        public bool Refuses(string left, string right) => true;
    }
}

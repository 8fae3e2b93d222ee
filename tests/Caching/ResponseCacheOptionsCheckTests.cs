using Parsimony.Embeddings;

namespace Parsimony.Caching.Tests;

public sealed class ResponseCacheOptionsCheckTests
{
    [Fact]
    public void An_error_budget_belongs_to_the_custom_policy_and_to_no_other()
    {
        Assert.Empty(ResponseCacheOptionsCheck.Errors(new ResponseCacheOptions { SameAnswerPolicy = SameAnswerPolicy.Custom, ErrorBudget = 0.01 }));
        Assert.StartsWith("ErrorBudget must be set", Assert.Single(ResponseCacheOptionsCheck.Errors(new ResponseCacheOptions { SameAnswerPolicy = SameAnswerPolicy.Custom })), StringComparison.Ordinal);
        Assert.StartsWith("SameAnswerPolicy must be Custom", Assert.Single(ResponseCacheOptionsCheck.Errors(new ResponseCacheOptions { ErrorBudget = 0.01 })), StringComparison.Ordinal);
        Assert.StartsWith("ErrorBudget must be a part", Assert.Single(ResponseCacheOptionsCheck.Errors(new ResponseCacheOptions { SameAnswerPolicy = SameAnswerPolicy.Custom, ErrorBudget = 2 })), StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(ResponseCacheOptionsCheck.Errors(new ResponseCacheOptions()));

    [Fact]
    public void Every_mistake_is_named_at_once()
    {
        var options = new ResponseCacheOptions { Expiration = TimeSpan.Zero, SimilarityThreshold = double.NaN, MaxCandidates = 0 };

        var thrown = Assert.Throws<ArgumentException>(() => new ResponseCache(options));

        Assert.All(["Expiration", "SimilarityThreshold", "MaxCandidates"], name => Assert.Contains(name + " must be", thrown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_guard_that_is_off_is_not_asked_and_one_that_does_not_exist_is_an_error()
    {
        var options = new ResponseCacheOptions { DisabledGuards = { "Person" } };

        Assert.Equal(SameAnswerGuards.All.Select(static g => g.Name).Where(static n => n != "person").Order(), options.ToSameAnswerOptions().EnabledGuards.Order());
        Assert.Empty(ResponseCacheOptionsCheck.Errors(options));
        Assert.EndsWith("it is grammar.", Assert.Single(ResponseCacheOptionsCheck.Errors(new ResponseCacheOptions { DisabledGuards = { "grammar" } })), StringComparison.Ordinal);
    }
}

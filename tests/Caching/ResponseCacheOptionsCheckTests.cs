namespace Parsimony.Caching.Tests;

public sealed class ResponseCacheOptionsCheckTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(ResponseCacheOptionsCheck.Errors(new ResponseCacheOptions()));

    [Fact]
    public void Every_mistake_is_named_at_once()
    {
        var options = new ResponseCacheOptions { Expiration = TimeSpan.Zero, SimilarityThreshold = double.NaN, MaxCandidates = 0 };

        var thrown = Assert.Throws<ArgumentException>(() => new ResponseCache(options));

        Assert.All(["Expiration", "SimilarityThreshold", "MaxCandidates"], name => Assert.Contains(name + " must be", thrown.Message, StringComparison.Ordinal));
    }
}

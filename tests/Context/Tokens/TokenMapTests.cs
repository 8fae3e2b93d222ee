namespace Parsimony.Context.Tests;

public class TokenMapTests
{
    private static readonly TokenCounter[] Counters = [TokenCounter.O200kBase, TokenCounter.Cl100kBase];

    private static IEnumerable<string> Texts => RandomTexts.Of(seed: 7, count: 1_500).Concat(GoldenVectors.Read().Select(v => v.Text).Where(t => t.Length is > 0 and < 400));

    [Fact]
    public void A_slice_between_boundaries_counts_alone_as_it_does_in_the_text()
    {
        var random = new Random(8);
        foreach (var counter in Counters)
        {
            foreach (var text in Texts)
            {
                var map = counter.Map(text);
                Assert.Equal(counter.Count(text.AsSpan()), map.TokenCount);
                Assert.Equal(map.TokenCount, map.CountBetween(0, map.BoundaryCount - 1));
                for (var i = 0; i < 12; i++)
                {
                    var from = random.Next(map.BoundaryCount);
                    var to = random.Next(from, map.BoundaryCount);
                    var slice = text[map.OffsetOf(from)..map.OffsetOf(to)];
                    Assert.True(counter.Count(slice.AsSpan()) == map.CountBetween(from, to), $"{counter.Name}: '{slice}' in '{text}'");
                    Assert.True(map.TryCount(map.OffsetOf(from), map.OffsetOf(to), out var tokens));
                    Assert.Equal(map.CountBetween(from, to), tokens);
                }
            }
        }
    }

    [Fact]
    public void A_cut_for_a_budget_recounted_never_exceeds_it_and_the_next_boundary_would()
    {
        var random = new Random(9);
        foreach (var counter in Counters)
        {
            foreach (var text in Texts)
            {
                var map = counter.Map(text);
                var maxTokens = random.Next(map.TokenCount + 2);
                var from = random.Next(map.BoundaryCount);
                var cut = map.CutFor(maxTokens, from);
                var slice = text[map.OffsetOf(from)..map.OffsetOf(cut)];
                Assert.True(counter.Count(slice.AsSpan()) <= maxTokens);
                Assert.True(cut == map.BoundaryCount - 1 || map.CountBetween(from, cut + 1) > maxTokens);
                Assert.False(slice.Length > 0 && map.OffsetOf(cut) < text.Length && char.IsSurrogatePair(slice[^1], text[map.OffsetOf(cut)]));
            }
        }
    }

    [Fact]
    public void Boundaries_are_found_by_place()
    {
        var map = TokenCounter.O200kBase.Map("Hello, big world");
        Assert.Equal([0, 5, 6, 10, 16], Enumerable.Range(0, map.BoundaryCount).Select(map.OffsetOf));
        Assert.Equal(1, map.BoundaryAtOrBefore(5));
        Assert.Equal(2, map.BoundaryAtOrBefore(9));
        Assert.Equal(4, map.BoundaryAtOrBefore(1_000));
        Assert.False(map.TryCount(0, 3, out _));
        Assert.False(map.TryCount(6, 5, out _));
        Assert.Equal(2, map.CutFor(2));
        Assert.Equal(4, map.CutFor(int.MaxValue, 1));
    }

    [Fact]
    public void An_empty_text_has_one_boundary()
    {
        foreach (var counter in Counters)
        {
            var map = counter.Map("");
            Assert.Equal(1, map.BoundaryCount);
            Assert.Equal(0, map.TokenCount);
            Assert.Equal(0, map.CutFor(5));
        }
    }

    [Fact]
    public void A_counter_that_knows_no_pieces_has_the_whole_text_as_one()
    {
        var map = new Letters().Map("three");
        Assert.Equal(2, map.BoundaryCount);
        Assert.Equal(5, map.TokenCount);
        Assert.Equal(0, map.CutFor(4));
    }

    [Fact]
    public void Places_that_are_no_boundary_are_refused()
    {
        var map = TokenCounter.O200kBase.Map("one two");
        Assert.Throws<ArgumentOutOfRangeException>(() => map.OffsetOf(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.CountBetween(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.CountBetween(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.CutFor(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.BoundaryAtOrBefore(-1));
    }

    private sealed class Letters : TokenCounter
    {
        public override string Name => "letters";

        public override int Count(ReadOnlySpan<char> text) => text.Length;

        public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount)
            => tokenCount = Math.Min(text.Length, maxTokens);
    }
}

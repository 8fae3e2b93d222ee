using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Cli.Tests;

public class RocAucTests
{
    [Fact]
    public void Counts_the_ordered_pairs_of_a_positive_and_a_negative()
    {
        // Positives 0.9, 0.6, 0.3; negatives 0.8, 0.2. In order: 0.9 beats both, 0.6 beats 0.2, 0.3 beats 0.2: 4 of 6 pairs.
        Assert.Equal(4.0 / 6, RocAuc.Of(Curve((0.9, true), (0.8, false), (0.6, true), (0.3, true), (0.2, false)))!.Value, 12);
    }

    [Fact]
    public void Counts_an_equal_score_half()
    {
        // Positives 0.5, 0.5; negatives 0.5, 0.1. Against 0.5: half each (1); against 0.1: both (2). 3 of 4 pairs.
        Assert.Equal(0.75, RocAuc.Of(Curve((0.5, true), (0.5, false), (0.5, true), (0.1, false)))!.Value, 12);
    }

    [Fact]
    public void Is_a_half_where_all_scores_are_equal()
    {
        Assert.Equal(0.5, RocAuc.Of(Curve((1, true), (1, false), (1, false)))!.Value, 12);
    }

    [Fact]
    public void Has_no_value_without_positives_or_without_negatives()
    {
        Assert.Null(RocAuc.Of(Curve((1, false), (0, false))));
        Assert.Null(RocAuc.Of(Curve((1, true))));
    }

    [Fact]
    public void Equals_the_count_over_all_pairs_for_any_scores()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<(byte Score, bool IsPositive)[]>(),
            drawn =>
            {
                // Few distinct scores, so that ties are frequent.
                var cases = drawn.Select(item => new ScoredCase(item.Score % 8, item.IsPositive)).ToArray();
                var pairs = (from positive in cases
                             where positive.IsPositive
                             from negative in cases
                             where !negative.IsPositive
                             select positive.Score > negative.Score ? 1 : positive.Score == negative.Score ? 0.5 : 0).ToList();
                var area = RocAuc.Of(OperatingPoints.Of(cases));
                return pairs.Count == 0 ? area is null : Math.Abs(area!.Value - pairs.Average()) < 1e-9;
            }).QuickCheckThrowOnFailure();
    }

    private static OperatingPoints Curve(params (double Score, bool IsPositive)[] cases) =>
        OperatingPoints.Of([.. cases.Select(item => new ScoredCase(item.Score, item.IsPositive))]);
}

using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class BestMatchesTests
{
    [Fact]
    public void The_best_offers_stay_in_order_each_id_once()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (seed, most) =>
        {
            // Few ids and few similarities: the same id twice and equal similarities are common.
            var random = new Random(seed);
            var offers = Enumerable.Range(0, random.Next(40)).Select(_ => new VectorMatch(random.Next(20), random.Next(8) / 8f)).ToList();
            var results = new VectorMatch[most];
            var best = new BestMatches(results, 0);
            foreach (var offer in offers)
            {
                best.Offer(offer.Id, offer.Similarity);
            }

            var expected = offers.GroupBy(static o => o.Id).Select(static g => g.MaxBy(static o => o.Similarity))
                .OrderByDescending(static o => o.Similarity).ThenBy(static o => o.Id).Take(most).ToArray();
            Assert.Equal(expected, results[..best.Count]);
        }).QuickCheckThrowOnFailure();
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class VectorIndexExactTests
{
    [Fact]
    public void An_exact_search_is_the_scan_of_all_vectors_to_the_last_bit()
    {
        var paths = Gen.Elements(Enum.GetValues<SimdPath>());
        var dimensions = Gen.Elements(1, 2, 17, 64, 100, 256, 384);
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), dimensions.ToArbitrary(), paths.ToArbitrary(), (seed, width, path) =>
        {
            var random = new Random(seed);
            var vectors = Vectors.Clustered(random, width, 64 + random.Next(500));
            var held = vectors.Select(static (v, i) => KeyValuePair.Create((long)i, v)).ToDictionary();
            var index = new VectorIndex(width, path);
            foreach (var (id, vector) in held)
            {
                index.Add(id, vector);
            }

            for (var id = 0; id < vectors.Count; id += 1 + random.Next(5))
            {
                Assert.Equal(held.Remove(id), index.Remove(id));
            }

            foreach (var floor in (float[])[-1, 0, 0.3f, 0.6f, 0.8f, 0.95f, 1])
            {
                var query = random.Next(3) == 0 ? vectors[random.Next(vectors.Count)] : Vectors.Near(random, vectors[random.Next(vectors.Count)], random.NextDouble());
                var results = new VectorMatch[1 + random.Next(20)];
                var count = index.Search(query, floor, results, VectorSearchMode.Exact);

                Assert.Equal(Vectors.Scan(held, query, floor, results.Length), results[..count]);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }
}

namespace Parsimony.Embeddings.Tests;

public class VectorIndexFastTests
{
    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(384)]
    public void The_nearest_is_found_999_times_in_1000_even_just_above_the_floor(int dimensions)
    {
        var random = new Random(dimensions);
        var index = new VectorIndex(dimensions);
        var vectors = Vectors.Clustered(random, dimensions, 2_000);
        for (var id = 0; id < vectors.Count; id++)
        {
            index.Add(id, vectors[id]);
        }

        var (above, found) = (0, 0);
        var results = new VectorMatch[1];
        foreach (var floor in (float[])[0.6f, 0.7f, 0.8f, 0.9f])
        {
            for (var i = 0; i < 500; i++)
            {
                var query = Vectors.Near(random, vectors[random.Next(vectors.Count)], floor + 0.02);
                if (index.Search(query, floor, results, VectorSearchMode.Exact) > 0)
                {
                    var nearest = results[0];
                    above++;
                    found += index.Search(query, floor, results) > 0 && results[0] == nearest ? 1 : 0;
                }
            }
        }

        Assert.InRange(above, 1_000, int.MaxValue);
        Assert.InRange(found / (double)above, 0.999, 1);
    }

    [Fact]
    public void What_is_found_has_its_exact_similarity()
    {
        var random = new Random(3);
        var index = new VectorIndex(256);
        var held = Vectors.Clustered(random, 256, 2_000).Select(static (v, i) => KeyValuePair.Create((long)i, v)).ToDictionary();
        foreach (var (id, vector) in held)
        {
            index.Add(id, vector);
        }

        var results = new VectorMatch[16];
        for (var i = 0; i < 50; i++)
        {
            var query = Vectors.Near(random, held[random.Next(held.Count)], 0.8);
            var found = results[..index.Search(query, 0.5f, results)];
            Assert.Subset(Vectors.Scan(held, query, 0.5f, held.Count).ToHashSet(), found.ToHashSet());
        }
    }
}

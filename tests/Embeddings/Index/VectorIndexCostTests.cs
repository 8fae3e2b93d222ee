namespace Parsimony.Embeddings.Tests;

[Collection(MemoryCollection.Name)]
public class VectorIndexCostTests
{
    private const int Dimensions = 256;

    // A vector of 32-bit floats, a byte and two bits a component.
    private const double Kept = Dimensions * (4 + 1 + 0.25);

    [Theory]
    [InlineData(1_000)]
    [InlineData(3_000)]
    [InlineData(20_000)]
    public void An_entry_takes_at_most_three_tenths_more_than_its_codes_and_its_vector(int count)
    {
        // What the process does beside it (pools that fill, garbage that is still rooted) counts too, so one clean measurement of three will do.
        var runs = Enumerable.Range(0, 3).Select(_ => Measure(count)).ToList();

        Assert.Contains(runs, static r => r is { Full: >= 0.9 and <= 1.3, Turned: >= 0.9 and <= 1.3, Left: >= 0.5 and <= 1.3 });
    }

    [Theory]
    [InlineData(VectorSearchMode.Fast)]
    [InlineData(VectorSearchMode.Exact)]
    public void A_search_allocates_nothing(VectorSearchMode mode)
    {
        var random = new Random(2);
        var index = new VectorIndex(Dimensions);
        var vectors = Vectors.Clustered(random, Dimensions, 2_000);
        for (var id = 0; id < vectors.Count; id++)
        {
            index.Add(id, vectors[id]);
        }

        var results = new VectorMatch[8];
        index.Search(vectors[0], 0.6f, results, mode);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            index.Search(vectors[i], 0.6f, results, mode);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Fill(VectorIndex index, int count, float[] vector)
    {
        for (var id = 0; id < count; id++)
        {
            index.Add(id, vector);
        }
    }

    // Memory per entry, in parts of what has to be kept: when filled, when half as many again have come and gone, when all but a tenth have left.
    private static (double Full, double Turned, double Left) Measure(int count)
    {
        var vector = Vectors.Gauss(new Random(1), Dimensions);
        Fill(new VectorIndex(Dimensions), 1, vector);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new VectorIndex(Dimensions);
        Fill(index, count, vector);
        var full = GC.GetTotalMemory(forceFullCollection: true) - before;

        // The oldest leave and others come, as in a cache that is full; then all but a tenth go.
        for (var id = 0; id < count; id++)
        {
            index.Remove(id);
            index.Add(count + id, vector);
        }

        var turned = GC.GetTotalMemory(forceFullCollection: true) - before;
        for (var id = 0; id < count; id++)
        {
            if (id % 10 != 0)
            {
                index.Remove(count + id);
            }
        }

        var left = index.Count;
        var rest = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(index);

        // The dictionary keeps its room: 36 to 72 bytes an entry there ever was.
        return (full / (count * Kept), turned / (count * Kept), (rest - (72 * count)) / (left * Kept));
    }
}

using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks.Vectors;

/// <summary>One look-up in a partition, against the plain loop over <c>TensorPrimitives.CosineSimilarity</c>.</summary>
[MemoryDiagnoser]
public class VectorSearchBenchmarks
{
    private readonly VectorIndex index = new(VectorSet.Dimensions);
    private readonly VectorMatch[] results = new VectorMatch[8];
    private VectorSet set = new("", [], []);
    private int next;

    [Params(10_000, 100_000)]
    public int Entries { get; set; }

    [Params(0.7f)]
    public float Floor { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        set = ClusteredVectors.Make(Entries, 256);
        for (var id = 0; id < Entries; id++)
        {
            index.Add(id, set.Held[id]);
        }
    }

    [Benchmark(Baseline = true)]
    public float CosineLoop()
    {
        var best = float.MinValue;
        var query = Query();
        foreach (var vector in set.Held)
        {
            best = Math.Max(best, TensorPrimitives.CosineSimilarity(query, vector));
        }

        return best;
    }

    [Benchmark]
    public int Fast() => index.Search(Query(), Floor, results);

    [Benchmark]
    public int Exact() => index.Search(Query(), Floor, results, VectorSearchMode.Exact);

    [Benchmark]
    public void Replace() => index.Add(next % Entries, Query());

    private float[] Query() => set.Queries[next++ % set.Queries.Length];
}

using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks;

/// <summary>One look-up in a partition, against the plain loop over <c>TensorPrimitives.CosineSimilarity</c>.</summary>
public class VectorSearchBenchmarks
{
    private const int Dimensions = 256;
    private readonly VectorIndex index = new(Dimensions);
    private readonly List<float[]> vectors = [];
    private readonly VectorMatch[] results = new VectorMatch[8];
    private float[] query = [];

    [Params(10_000, 100_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        for (var id = 0; id < Entries; id++)
        {
            vectors.Add(Unit(random));
            index.Add(id, vectors[id]);
        }

        query = Unit(random);
    }

    [Benchmark(Baseline = true)]
    public float CosineLoop()
    {
        var best = float.MinValue;
        foreach (var vector in vectors)
        {
            best = Math.Max(best, TensorPrimitives.CosineSimilarity(query, vector));
        }

        return best;
    }

    [Benchmark]
    public int Index() => index.Search(query, 0.5f, results);

    private static float[] Unit(Random random)
    {
        var vector = new float[Dimensions];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = random.NextSingle() - 0.5f;
        }

        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }
}

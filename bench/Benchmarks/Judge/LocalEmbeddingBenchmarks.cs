using BenchmarkDotNet.Attributes;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks.Judge;

/// <summary>One embedding of the local model.</summary>
[MemoryDiagnoser]
public class LocalEmbeddingBenchmarks
{
    private readonly float[] vector = new float[LocalEmbeddingGenerator.Dimensions];

    [Benchmark]
    public bool TwentyWords() => LocalEmbeddingGenerator.Embed(JudgeTexts.TwentyWords, vector);

    [Benchmark]
    public bool FiveHundredWords() => LocalEmbeddingGenerator.Embed(JudgeTexts.FiveHundredWords, vector);
}

using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks.Judge;

/// <summary>The first call of a new process: the weights are found and indexed, and the code is compiled.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class LocalModelLoadBenchmarks
{
    [Benchmark]
    public bool FirstEmbedding() => LocalEmbeddingGenerator.Embed(JudgeTexts.TwentyWords, new float[LocalEmbeddingGenerator.Dimensions]);

    [Benchmark]
    public double FirstJudgement() => new LocalSameAnswerJudge().Probability(JudgeTexts.Question, JudgeTexts.Candidates[0], 0);
}

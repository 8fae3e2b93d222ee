using BenchmarkDotNet.Attributes;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks.Judge;

/// <summary>A question and eight candidates: all at once, and one by one.</summary>
[MemoryDiagnoser]
public class LocalJudgeBenchmarks
{
    private readonly LocalSameAnswerJudge judge = new();
    private readonly float[] similarities = new float[JudgeTexts.Candidates.Length];
    private readonly double[] probabilities = new double[JudgeTexts.Candidates.Length];

    [Benchmark]
    public void EightCandidates() => judge.Probabilities(JudgeTexts.Question, JudgeTexts.Candidates, similarities, probabilities);

    [Benchmark(Baseline = true)]
    public double EightPairs()
    {
        var sum = 0.0;
        foreach (var candidate in JudgeTexts.Candidates)
        {
            sum += judge.Probability(JudgeTexts.Question, candidate, 0);
        }

        return sum;
    }
}

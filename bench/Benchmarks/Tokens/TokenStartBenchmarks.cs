using BenchmarkDotNet.Attributes;
using Parsimony.Context;

namespace Parsimony.Benchmarks.Tokens;

/// <summary>What the first counts cost: the table's load, and text that a counter without any memory of pieces has never met.</summary>
[MemoryDiagnoser]
public class TokenStartBenchmarks
{
    private readonly Vocabulary vocabulary = RankTables.Load("o200k_base");

    [Benchmark]
    public int Load() => RankTables.Load("o200k_base").Count;

    [Benchmark]
    public int UnseenEnglish() => new BpeTokenCounter<O200kSplitter>("o200k_base", vocabulary).Count(SampleTexts.English);
}

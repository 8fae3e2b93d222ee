using BenchmarkDotNet.Attributes;
using Parsimony.Context;

namespace Parsimony.Benchmarks.Tokens;

/// <summary>Counting texts that were counted before. Megabytes a second are the text's bytes of UTF-8 by microseconds.</summary>
[MemoryDiagnoser]
public class TokenCountingBenchmarks
{
    [Benchmark]
    public int English() => TokenCounter.O200kBase.Count(SampleTexts.English);

    [Benchmark]
    public int CSharp() => TokenCounter.O200kBase.Count(SampleTexts.CSharp);

    [Benchmark]
    public int Mixed() => TokenCounter.O200kBase.Count(SampleTexts.Mixed);

    [Benchmark]
    public int Map() => TokenCounter.O200kBase.Map(SampleTexts.English).TokenCount;
}

using BenchmarkDotNet.Attributes;
using Parsimony.Context;

namespace Parsimony.Benchmarks;

[MemoryDiagnoser]
public class TokenCountingBenchmarks
{
    [Benchmark]
    public int English() => TokenCounter.O200kBase.Count(SampleTexts.English);

    [Benchmark]
    public int CSharp() => TokenCounter.O200kBase.Count(SampleTexts.CSharp);
}

using BenchmarkDotNet.Attributes;
using Parsimony.Context;

namespace Parsimony.Benchmarks.Tokens;

/// <summary>A megabyte of UTF-8 without a place to cut: what defeats counters that are quadratic in a piece.</summary>
public class TokenRunBenchmarks
{
    private const int Bytes = 1_000_000;

    private string text = "";

    [Params("a", "^", " ", "_", "\n", "文", "ab", "é")]
    public string Unit { get; set; } = "a";

    [GlobalSetup]
    public void Make() => text = string.Concat(Enumerable.Repeat(Unit, Bytes / System.Text.Encoding.UTF8.GetByteCount(Unit)));

    [Benchmark]
    public int Count() => TokenCounter.O200kBase.Count(text);
}

using BenchmarkDotNet.Attributes;
using Microsoft.ML.Tokenizers;
using Parsimony.Context;

namespace Parsimony.Benchmarks.Peers;

/// <summary>The same texts, counted by Microsoft.ML.Tokenizers and by us in one run: quote the ratio.</summary>
[MemoryDiagnoser]
public class TokenCountingPeerBenchmarks
{
    private readonly TiktokenTokenizer peer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    [Params("English", "C#")]
    public string Text { get; set; } = "English";

    private string Value => Text == "English" ? SampleTexts.English : SampleTexts.CSharp;

    [Benchmark(Baseline = true)]
    public int MicrosoftMLTokenizers() => peer.CountTokens(Value);

    [Benchmark]
    public int Parsimony() => TokenCounter.O200kBase.Count(Value);
}

using BenchmarkDotNet.Attributes;
using Microsoft.ML.Tokenizers;
using Parsimony.Context;

namespace Parsimony.Benchmarks.Peers;

/// <summary>The same texts, counted by Microsoft.ML.Tokenizers and by us in one run: quote the ratio.</summary>
[MemoryDiagnoser]
public class TokenCountingPeerBenchmarks
{
    private readonly TiktokenTokenizer peer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    [Params("English", "C#", "Mixed")]
    public string Text { get; set; } = "English";

    private string Value => Text switch { "English" => SampleTexts.English, "C#" => SampleTexts.CSharp, _ => SampleTexts.Mixed };

    [Benchmark(Baseline = true)]
    public int MicrosoftMLTokenizers() => peer.CountTokens(Value);

    [Benchmark]
    public int Parsimony() => TokenCounter.O200kBase.Count(Value);
}

using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Parsimony.Context;

namespace Parsimony.Benchmarks;

/// <summary>Fitting a history of about 20,000 tokens to a quarter of it, its counts known.</summary>
[MemoryDiagnoser]
public class FitBenchmarks
{
    private readonly ContextFitter fitter = new(new ContextBudgetOptions { MaxContextTokens = 5_000 });
    private readonly List<ChatMessage> messages = [.. Conversations.Of(230), new ChatMessage(ChatRole.User, "Why was my card payment declined?")];

    [Benchmark]
    public ContextFit Fit() => fitter.Fit(messages, null, CallScope.Empty);
}

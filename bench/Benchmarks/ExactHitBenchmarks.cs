using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Parsimony.Caching;

namespace Parsimony.Benchmarks;

/// <summary>An exact hit through the caching client, with its key.</summary>
[MemoryDiagnoser]
public class ExactHitBenchmarks
{
    private readonly ParsimonyChatClient client = new(new FixedChatClient(), new ResponseCache(new ResponseCacheOptions()));
    private List<ChatMessage> messages = [];

    [Params(1, 50)]
    public int Messages { get; set; }

    [GlobalSetup]
    public async Task Fill()
    {
        messages = Conversations.Of(Messages);
        await client.GetResponseAsync(messages);
    }

    [Benchmark]
    public Task<ChatResponse> Hit() => client.GetResponseAsync(messages);
}

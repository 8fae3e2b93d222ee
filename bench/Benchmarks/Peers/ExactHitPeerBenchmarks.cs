using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Parsimony.Caching;

namespace Parsimony.Benchmarks.Peers;

/// <summary>An exact hit: Microsoft.Extensions.AI's caching client over a distributed cache in memory, and ours, in one run.</summary>
[MemoryDiagnoser]
public class ExactHitPeerBenchmarks
{
    private readonly ParsimonyChatClient ours = new(new FixedChatClient(), new ResponseCache(new ResponseCacheOptions()));
    private readonly DistributedCachingChatClient peer = new(new FixedChatClient(), new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())));
    private List<ChatMessage> messages = [];

    [Params(1, 50)]
    public int Messages { get; set; }

    [GlobalSetup]
    public async Task Fill()
    {
        messages = Conversations.Of(Messages);
        await ours.GetResponseAsync(messages);
        await peer.GetResponseAsync(messages);
    }

    [Benchmark(Baseline = true)]
    public Task<ChatResponse> MicrosoftExtensionsAI() => peer.GetResponseAsync(messages);

    [Benchmark]
    public Task<ChatResponse> Parsimony() => ours.GetResponseAsync(messages);
}

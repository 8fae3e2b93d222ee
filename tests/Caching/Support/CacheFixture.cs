using Microsoft.Extensions.AI;
using Parsimony.Embeddings;
using Parsimony.Testing;

namespace Parsimony.Caching.Tests;

/// <summary>A cache over tiers in memory, with a clock that stands still and a model that counts.</summary>
internal sealed class CacheFixture
{
    public CacheFixture(Action<ResponseCacheOptions>? configure = null, IEmbeddingGenerator<string, Embedding<float>>? embeddings = null, SameAnswerDecider? decider = null)
    {
        // The vectors of the tests mean what a test says; a judge would read the words.
        var options = new ResponseCacheOptions { EnableJudge = false };
        configure?.Invoke(options);
        Tiers = new MemoryTiers(Clock);
        Cache = new ResponseCache(options, embeddings, Clock, Logger, decider, _ => Tiers);
        Client = new ParsimonyChatClient(Model, Cache);
    }

    public ManualTimeProvider Clock { get; } = new();

    public ListLogger<ResponseCache> Logger { get; } = new();

    public MemoryTiers Tiers { get; }

    public ResponseCache Cache { get; }

    public FakeModel Model { get; } = new();

    public ParsimonyChatClient Client { get; }

    public static List<ChatMessage> Question(string text) => [new(ChatRole.User, text)];

    public CachePlan Plan(string text, ChatOptions? options = null, CallScope? scope = null) =>
        Cache.Plan(Question(text), options, scope ?? options.ResolveCallScope());

    public async Task<StoreResult> StoreAsync(string question, string answer, ChatOptions? options = null, CallScope? scope = null, params string[] tags) =>
        await Cache.StoreAsync(Plan(question, options, scope), FakeModel.Answer(answer), tags);

    public async Task<string?> GetAsync(string question, ChatOptions? options = null, CallScope? scope = null) =>
        (await Cache.TryGetAsync(Plan(question, options, scope)))?.Response.Text;

    /// <summary>Asks through the client and says whether the model was called.</summary>
    public async Task<bool> CallsModelAsync(string question, ChatOptions? options = null)
    {
        var before = Model.Calls;
        await Client.GetResponseAsync(Question(question), options);
        return Model.Calls > before;
    }

    public async Task<ChatResponse> StreamAsync(string question, ChatOptions? options = null) =>
        await Client.GetStreamingResponseAsync(Question(question), options).ToChatResponseAsync();
}

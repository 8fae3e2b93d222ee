using System.Text;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Keys;

public sealed class ClientIdentityTests : IDisposable
{
    private const string Question = "how do I top up";
    private const string OtherWords = "how can I top up";
    private static readonly Uri Here = new("http://one.example/v1");
    private static readonly Uri There = new("http://other.example/v1");

    private readonly FakeEmbeddings embeddings = new([Question, OtherWords]);
    private readonly CacheFixture f;

    public ClientIdentityTests() => f = new CacheFixture(embeddings: embeddings);

    public void Dispose() => embeddings.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("model")]
    public async Task Clients_of_two_providers_or_addresses_share_no_answer_whether_they_name_a_model_or_not(string? model)
    {
        foreach (var metadata in new ChatClientMetadata[] { new(null, null, model), new("p", Here, model), new("p", There, model), new("q", Here, model) })
        {
            var answer = $"{metadata.ProviderName} {metadata.ProviderUri}".TrimEnd() + ".";
            Assert.Equal(answer, await AskAsync(new FakeModel(answer) { Metadata = metadata }));
            Assert.Equal(answer, await AskAsync(new FakeModel("not asked") { Metadata = metadata }));
        }
    }

    [Fact]
    public async Task Clients_that_name_nothing_at_all_are_told_apart_by_their_type()
    {
        var nothing = new ChatClientMetadata();

        Assert.Equal("one", await AskAsync(new FakeModel("one") { Metadata = nothing }));
        Assert.Equal("other", await AskAsync(new OtherType(new FakeModel("other") { Metadata = nothing })));
        Assert.Equal("one", await AskAsync(new FakeModel("not asked") { Metadata = nothing }));
        Assert.Equal("other", await AskAsync(new OtherType(new FakeModel("not asked") { Metadata = nothing })));
    }

    [Fact]
    public async Task Where_a_model_is_named_the_type_does_not_count()
    {
        var metadata = new ChatClientMetadata("p", Here, "model");

        await AskAsync(new FakeModel("one") { Metadata = metadata });

        Assert.Equal("one", await AskAsync(new OtherType(new FakeModel("not asked") { Metadata = metadata })));
    }

    [Fact]
    public async Task What_stands_around_a_client_does_not_count()
    {
        await AskAsync(new Wrapper(new Wrapper(new FakeModel("one"))));

        Assert.Equal("one", await AskAsync(new FakeModel("not asked")));
        Assert.Equal("one", await AskAsync(new ParsimonyChatClient(new FakeModel("not asked"), cache: null)));
    }

    [Fact]
    public async Task A_question_in_other_words_is_answered_from_the_same_clients_answers_only()
    {
        await AskAsync(new FakeModel("one") { Metadata = new("p", Here) });

        Assert.Equal("other", await AskAsync(new FakeModel("other") { Metadata = new("p", There) }, OtherWords));
        Assert.Equal("one", await AskAsync(new FakeModel("not asked") { Metadata = new("p", Here) }, OtherWords));
    }

    [Fact]
    public async Task What_the_app_stored_itself_is_served_to_every_client()
    {
        await f.StoreAsync(Question, "the app's");

        Assert.Equal("the app's", await AskAsync(new FakeModel("not asked") { Metadata = new("p", Here) }));
        Assert.Equal("the app's", await AskAsync(new FakeModel("not asked") { Metadata = new("q", There) }, OtherWords));
    }

    [Fact]
    public async Task A_warmed_answer_is_served_to_every_client_of_its_model()
    {
        await f.Cache.WarmAsync(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"prompt":"{{Question}}","answer":"known","model":"m"}""")));

        Assert.Equal("known", await AskAsync(new FakeModel("not asked") { Metadata = new("p", Here, "m") }));
        Assert.Equal("known", await AskAsync(new FakeModel("not asked") { Metadata = new("p", There, "m") }, OtherWords));
        Assert.Equal("asked", await AskAsync(new FakeModel("asked") { Metadata = new("p", There, "n") }));
    }

    [Fact]
    public async Task A_clients_own_answer_goes_before_one_that_the_app_stored()
    {
        await AskAsync(new FakeModel("the client's"));
        await f.StoreAsync(Question, "the app's");

        Assert.Equal("the client's", await AskAsync(new FakeModel("not asked")));
    }

    [Fact]
    public async Task A_plan_for_a_client_is_the_plan_of_that_clients_calls()
    {
        var client = new FakeModel("one") { Metadata = new("p", Here, "m") };
        await AskAsync(client);

        Assert.Null(await f.Cache.TryGetAsync(Plan(null)));
        Assert.Equal("one", (await f.Cache.TryGetAsync(Plan(client)))!.Response.Text);
        Assert.Null(await f.Cache.TryGetAsync(Plan(new FakeModel { Metadata = new("p", There, "m") })));
    }

    private CachePlan Plan(IChatClient? client) => f.Cache.Plan(CacheFixture.Question(Question), null, CallScope.Empty, client);

    private async Task<string> AskAsync(IChatClient model, string question = Question) =>
        (await new ParsimonyChatClient(model, f.Cache).GetResponseAsync(question)).Text;

    private sealed class Wrapper(IChatClient inner) : DelegatingChatClient(inner);

    private sealed class OtherType(IChatClient inner) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            inner.GetResponseAsync(messages, options, cancellationToken);

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            inner.GetStreamingResponseAsync(messages, options, cancellationToken);

        public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

        public void Dispose()
        {
        }
    }
}

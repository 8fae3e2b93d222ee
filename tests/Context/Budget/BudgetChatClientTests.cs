using Microsoft.Extensions.AI;
using Parsimony.Testing;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Budget;

public sealed class BudgetChatClientTests : IDisposable
{
    private static readonly List<ChatMessage> TooLong =
        [Instructions("Rules."), .. Enumerable.Range(0, 20).Select(i => User(Filler(30, i))), User("And now?")];

    private readonly RecordingChatClient model = new();

    public void Dispose() => model.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_model_gets_the_fitted_messages_and_the_options_as_they_are(bool streaming)
    {
        var options = new ChatOptions { Temperature = 0.5f, Tools = [AIFunctionFactory.Create(() => 1, "one")] };
        using var client = Client(200);

        var text = await Ask(client, TooLong, options, streaming);

        Assert.Equal("Answer 1", text);
        var (messages, sent) = Assert.Single(model.Requests);
        Assert.Same(options, sent);
        Assert.InRange(Fitters.Counter.CountRequest(messages, options), 150, 200);
        Assert.Equal([TooLong[0], TooLong[^1]], [messages[0], messages[^1]]);
        Assert.Equal(22, TooLong.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_list_that_can_be_read_once_only_is_read_once_only(bool streaming)
    {
        using var client = Client(200);
        var reads = 0;
        IEnumerable<ChatMessage> Once()
        {
            Assert.Equal(1, ++reads);
            foreach (var message in TooLong)
            {
                yield return message;
            }
        }

        await Ask(client, Once(), null, streaming);

        Assert.True(model.Requests[0].Messages.Count < TooLong.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_must_stay_and_does_not_fit_is_refused_before_the_model_is_asked(bool streaming)
    {
        using var client = Client(20);

        await Assert.ThrowsAsync<ContextBudgetException>(() => Ask(client, [Instructions(Filler(30)), User("Hi")], null, streaming));

        Assert.Empty(model.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fault_of_ours_is_logged_once_and_the_call_goes_on_unfitted(bool streaming)
    {
        var logger = new ListLogger<BudgetChatClient>();
        var counters = new TokenCounterRegistry();
        counters.Register("broken", new BrokenCounter());
        using var client = new BudgetChatClient(model, new ContextFitter(new() { MaxContextTokens = 200 }, counters), logger);

        await Ask(client, TooLong, new ChatOptions { ModelId = "broken" }, streaming);
        await Ask(client, TooLong, new ChatOptions { ModelId = "broken" }, streaming);

        Assert.All(model.Requests, r => Assert.Same(TooLong, r.Messages));
        Assert.DoesNotContain("filler", Assert.Single(logger.Entries).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_doors_in_a_row_fit_a_request_once(bool streaming)
    {
        var counters = new TokenCounterRegistry();
        var counter = new CountingCounter();
        counters.Register("m", counter);
        using var inner = new BudgetChatClient(model, new ContextFitter(new() { MaxContextTokens = 100 }, counters));
        using var outer = new BudgetChatClient(inner, new ContextFitter(new() { MaxContextTokens = 200 }));

        await Ask(outer, TooLong, new ChatOptions { ModelId = "m" }, streaming);
        Assert.Equal(0, counter.Calls);
        Assert.InRange(Fitters.Count(model.Requests[0].Messages), 101, 200);

        await Ask(inner, TooLong, new ChatOptions { ModelId = "m" }, streaming);
        Assert.NotEqual(0, counter.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_request_of_a_tool_loop_inside_is_fitted_again(bool streaming)
    {
        using var innermost = new BudgetChatClient(model, new ContextFitter(new() { MaxContextTokens = 200 }));
        using var loop = new AppendingChatClient(innermost, [User(Filler(60)), User("The newest")]);
        using var outer = new BudgetChatClient(loop, new ContextFitter(new() { MaxContextTokens = 200 }));

        await Ask(outer, TooLong, null, streaming);

        var (messages, _) = Assert.Single(model.Requests);
        Assert.InRange(Fitters.Count(messages), 100, 200);
        Assert.Equal("The newest", messages[^1].Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_prompt_that_is_asked_while_another_is_answered_is_fitted_on_its_own(bool streaming)
    {
        using var client = Client(200);
        List<ChatMessage> nested = [.. Enumerable.Range(0, 20).Select(i => User(Filler(30, i + 70))), User("Nested?")];
        model.WhileAnswering = (n, _) => n == 1 ? Ask(client, nested, null, streaming) : Task.CompletedTask;

        await Ask(client, TooLong, null, streaming);

        Assert.Equal(2, model.Requests.Count);
        Assert.All(model.Requests, r => Assert.InRange(Fitters.Count(r.Messages), 100, 200));
    }

    [Fact]
    public async Task Agents_and_models_come_from_the_scope_of_the_call()
    {
        using var client = new BudgetChatClient(model, new ContextFitter(new() { Agents = { ["Clerk"] = new() { MaxContextTokens = 120 } } }));

        await client.GetResponseAsync(TooLong, new ChatOptions().WithCallScope(new CallScope { Agent = "Clerk" }));
        using (CallScope.Begin(new CallScope { Agent = "Clerk" }))
        {
            await client.GetResponseAsync(TooLong);
        }

        await client.GetResponseAsync(TooLong);

        Assert.InRange(Fitters.Count(model.Requests[0].Messages), 60, 120);
        Assert.InRange(Fitters.Count(model.Requests[1].Messages), 60, 120);
        Assert.Same(TooLong, model.Requests[2].Messages);
    }

    [Fact]
    public void Services_of_the_inner_client_are_found_and_so_is_the_client_itself()
    {
        using var client = Client(200);

        Assert.Same(client, client.GetService<BudgetChatClient>());
        Assert.Same(model, client.GetService<RecordingChatClient>());
        Assert.Equal("recording", client.GetService<ChatClientMetadata>()!.ProviderName);
    }

    private static async Task<string> Ask(BudgetChatClient client, IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming) => streaming
        ? (await client.GetStreamingResponseAsync(messages, options).ToChatResponseAsync()).Text
        : (await client.GetResponseAsync(messages, options)).Text;

    private BudgetChatClient Client(int maxTokens) => new(model, new ContextFitter(new() { MaxContextTokens = maxTokens }));

    private sealed class AppendingChatClient(IChatClient inner, ChatMessage[] more) : DelegatingChatClient(inner)
    {
        public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            base.GetResponseAsync([.. messages, .. more], options, cancellationToken);

        public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            base.GetStreamingResponseAsync([.. messages, .. more], options, cancellationToken);
    }

    private sealed class BrokenCounter : TokenCounter
    {
        public override string Name => "broken";

        public override int Count(ReadOnlySpan<char> text) => throw new InvalidOperationException("filler");

        public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount) => throw new InvalidOperationException("filler");
    }

    private sealed class CountingCounter : TokenCounter
    {
        public int Calls { get; private set; }

        public override string Name => "counting";

        public override int Count(ReadOnlySpan<char> text)
        {
            Calls++;
            return O200kBase.Count(text);
        }

        public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount) => O200kBase.GetPrefixLength(text, maxTokens, out tokenCount);
    }
}

using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Reduction;

public class ContextChatReducerTests
{
    private readonly List<ChatMessage> messages =
    [
        Instructions("Rules."), User("My card is blue."), .. Enumerable.Range(0, 20).Select(i => Assistant(Filler(30, i))), User("Which colour has my card?"),
    ];

    [Fact]
    public async Task Messages_are_fitted_to_the_tokens_given_and_the_callers_list_stays_as_it_is()
    {
        ChatMessage[] before = [.. messages];

        var reduced = await new ContextChatReducer(Fitters.Default, 300).ReduceAsync(messages, default);

        Assert.InRange(Fitters.Count(reduced), 50, 300);
        Assert.Contains(messages[0], reduced);
        Assert.Contains(messages[1], reduced);
        Assert.Same(messages[^1], reduced.Last());
        Assert.Equal(before, messages);
    }

    [Fact]
    public async Task Without_a_number_the_fitters_own_budget_holds_with_the_tools_that_are_named()
    {
        var fitter = new ContextFitter(new() { MaxContextTokens = 600 });
        var tools = new ChatOptions { Tools = [AIFunctionFactory.Create((string query, int limit) => query + limit, "find", Filler(40))] };

        var bare = await new ContextChatReducer(fitter).ReduceAsync(messages, default);
        var beside = await new ContextChatReducer(fitter, tools).ReduceAsync(messages, default);

        Assert.InRange(Fitters.Count(bare), 400, 600);
        Assert.True(Fitters.Counter.CountRequest(beside, tools) <= 600);
        Assert.True(beside.Count() < bare.Count());
    }

    [Fact]
    public async Task What_fits_comes_back_as_it_is()
    {
        Assert.Same(messages, await new ContextChatReducer(Fitters.Default).ReduceAsync(messages, default));
        Assert.Equal(messages, await new ContextChatReducer(Fitters.Default).ReduceAsync(messages.Where(_ => true), default));
        Assert.Empty(await new ContextChatReducer(Fitters.Default).ReduceAsync([], default));
    }

    [Fact]
    public async Task The_ambient_scope_says_whose_budget_it_is_and_the_reducers_own_fills_it()
    {
        var options = new ContextBudgetOptions { Agents = { ["small"] = new() { MaxContextTokens = 200 } } };
        var reducer = new ContextChatReducer(new ContextFitter(options), scope: new CallScope { Agent = "small" });

        Assert.True(Fitters.Count(await reducer.ReduceAsync(messages, default)) <= 200);
        using var ambient = CallScope.Begin(new CallScope { Agent = "large" });
        Assert.Same(messages, await reducer.ReduceAsync(messages, default));
    }

    [Fact]
    public async Task What_must_stay_and_does_not_fit_is_said()
    {
        var reducer = new ContextChatReducer(Fitters.Default, 5);

        var e = await Assert.ThrowsAsync<ContextBudgetException>(() => reducer.ReduceAsync(messages, default));

        Assert.Equal(5, e.AvailableTokens);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContextChatReducer(Fitters.Default, 0));
    }

    [Fact]
    public async Task A_fault_of_ours_returns_the_messages_as_they_came()
    {
        var registry = new TokenCounterRegistry();
        registry.Register("broken", new Broken());
        var reducer = new ContextChatReducer(new ContextFitter(new(), registry), 50, new CallScope { Model = "broken" });

        Assert.Same(messages, await reducer.ReduceAsync(messages, default));
    }

    [Fact]
    public async Task A_cancelled_reduction_is_cancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ContextChatReducer(Fitters.Default).ReduceAsync(messages, new CancellationToken(canceled: true)));

    private sealed class Broken : TokenCounter
    {
        public override string Name => "broken";

        public override int Count(ReadOnlySpan<char> text) => throw new InvalidOperationException();

        public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount) => throw new InvalidOperationException();
    }
}

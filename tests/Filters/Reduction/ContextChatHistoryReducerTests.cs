using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Context;

namespace Parsimony.SemanticKernel.Tests.Reduction;

public class ContextChatHistoryReducerTests
{
    private readonly ChatHistory history = [];

    public ContextChatHistoryReducerTests()
    {
        history.AddSystemMessage("Rules.");
        for (var i = 0; i < 40; i++)
        {
            history.AddUserMessage($"Question {i} about something");
            history.Add(new ChatMessageContent(AuthorRole.Assistant, [new FunctionCallContent("find", "desk", $"c{i}")]));
            history.Add(new FunctionResultContent("find", "desk", $"c{i}", $"Result {i}").ToChatMessage());
            history.AddAssistantMessage($"Answer {i}");
        }

        history.AddUserMessage("Well?");
    }

    [Theory]
    [InlineData(ContextMode.Relevance)]
    [InlineData(ContextMode.StablePrefix)]
    public async Task A_history_is_fitted_and_the_callers_stays_as_it_is(ContextMode mode)
    {
        var reducer = new ContextChatHistoryReducer(new ContextFitter(new() { MaxContextTokens = 400, Mode = mode }));

        var reduced = (await reducer.ReduceAsync(history))!.ToList();

        Assert.InRange(reduced.Count, 5, 100);
        Assert.Equal(162, history.Count);
        Assert.Same(history[0], reduced[0]);
        Assert.Same(history[^1], reduced[^1]);
        Assert.All(reduced, m => Assert.Contains(m, history));
        Assert.Equal(
            reduced.SelectMany(m => m.Items.OfType<FunctionCallContent>()).Select(c => c.Id),
            reduced.SelectMany(m => m.Items.OfType<FunctionResultContent>()).Select(c => c.CallId));
    }

    [Fact]
    public async Task An_agent_shortens_its_history_with_it()
    {
        var agent = new ChatCompletionAgent { HistoryReducer = new ContextChatHistoryReducer(new ContextFitter(new() { MaxContextTokens = 400 })) };

        Assert.True(await agent.ReduceAsync(history));
        Assert.InRange(history.Count, 5, 100);
        Assert.Equal("Rules.", history[0].Content);
        Assert.False(await agent.ReduceAsync(history));
    }

    [Fact]
    public async Task A_history_that_fits_needs_no_reduction()
    {
        var reducer = new ContextChatHistoryReducer(new ContextFitter(new()));

        Assert.Null(await reducer.ReduceAsync(history));
    }

    [Fact]
    public async Task What_must_stay_and_does_not_fit_is_said() =>
        await Assert.ThrowsAsync<ContextBudgetException>(() => new ContextChatHistoryReducer(new ContextFitter(new() { MaxContextTokens = 4 })).ReduceAsync(history));
}

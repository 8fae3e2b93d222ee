using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Admission;

public sealed class AdmissionRuleTests
{
    public static TheoryData<DeclineReason, ChatResponse> Declined() => new()
    {
        { DeclineReason.Empty, Answer(new TextContent("")) },
        { DeclineReason.Empty, Answer(new TextContent("  \n")) },
        { DeclineReason.Empty, new ChatResponse() },
        { DeclineReason.Empty, Answer(new TextReasoningContent("thinking")) },
        { DeclineReason.Incomplete, Answer(new TextContent("half an ans")).With(ChatFinishReason.Length) },
        { DeclineReason.Incomplete, Answer(new TextContent("a")).With(new ChatFinishReason("model_context_window_exceeded")) },
        { DeclineReason.Filtered, Answer(new TextContent("a")).With(ChatFinishReason.ContentFilter) },
        { DeclineReason.ToolCall, Answer(new FunctionCallContent("1", "f")).With(ChatFinishReason.ToolCalls) },
        { DeclineReason.ToolCall, Answer(new TextContent("let me see"), new FunctionCallContent("1", "f")) },
        { DeclineReason.Error, Answer(new TextContent("a"), new ErrorContent("failed")) },
        { DeclineReason.Refusal, Answer(new TextContent("I'm sorry, but I can’t assist with that.")) },
        { DeclineReason.Stateful, new ChatResponse(new ChatMessage(ChatRole.Assistant, "a")) { ConversationId = "c" } },
        { DeclineReason.ToolTurn, ToolTurn() },
    };

    [Theory]
    [MemberData(nameof(Declined))]
    public void Only_complete_answers_are_kept(DeclineReason reason, ChatResponse response) => Assert.Equal(reason, Check(response));

    [Fact]
    public void A_complete_answer_is_kept_with_or_without_a_finish_reason()
    {
        Assert.Equal(DeclineReason.None, Check(Answer(new TextContent("a"))));
        Assert.Equal(DeclineReason.None, Check(Answer(new TextReasoningContent("hm"), new TextContent("a")).With(ChatFinishReason.Stop)));
        Assert.Equal(DeclineReason.Incomplete, Check(Answer(new TextContent("a")), o => o.RequireFinishReason = true));
    }

    [Theory]
    [InlineData("Sorry to hear that! To block your card, open the app.")]
    [InlineData("I can't see your account, but here is how to find the balance.")]
    [InlineData("Unfortunately a refund takes five days.")]
    public void An_apology_that_goes_on_to_help_is_no_refusal(string text) => Assert.Equal(DeclineReason.None, Check(Answer(new TextContent(text))));

    [Fact]
    public void Refusals_may_be_kept() => Assert.Equal(DeclineReason.None, Check(Answer(new TextContent("I cannot help with that.")), o => o.CacheRefusals = true));

    [Fact]
    public void An_answer_made_with_pure_tools_is_kept() => Assert.Equal(DeclineReason.None, Check(ToolTurn(), o => o.PureTools.Add("f")));

    private static DeclineReason Check(ChatResponse response, Action<ResponseCacheOptions>? configure = null)
    {
        var options = new ResponseCacheOptions();
        configure?.Invoke(options);
        return new AdmissionRule(options, new ToolTurnRule(options)).Check(response);
    }

    private static ChatResponse Answer(params AIContent[] contents) => new(new ChatMessage(ChatRole.Assistant, [.. contents]));

    private static ChatResponse ToolTurn() => new(
    [
        new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("1", "f")]),
        new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", "r")]),
        new ChatMessage(ChatRole.Assistant, "a"),
    ]);
}

internal static class ResponseExtensions
{
    public static ChatResponse With(this ChatResponse response, ChatFinishReason reason)
    {
        response.FinishReason = reason;
        return response;
    }
}

using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Budget;

public class ContextBudgetExceptionTests
{
    [Fact]
    public void It_says_by_how_many_tokens_what_must_stay_is_too_large()
    {
        List<ChatMessage> messages = [Instructions(Filler(100)), User(Filler(30)), User("Tell me more.")];
        var required = Fitters.Count(messages[0], messages[2]);

        var exception = Assert.Throws<ContextBudgetException>(() => Fitters.Default.Fit(messages, 50));

        Assert.Equal((required, 50, required - 50), (exception.RequiredTokens, exception.AvailableTokens, exception.ExcessTokens));
        Assert.Contains($"{required - 50} too many", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Cut the system messages first", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_the_newest_user_message_where_that_is_the_largest_and_quotes_nothing()
    {
        var exception = Assert.Throws<ContextBudgetException>(() => Fitters.Default.Fit([Instructions("Rules."), User(Filler(500))], 100));

        Assert.Contains("Cut the newest user message first", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("filler", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Rules", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_names_the_newest_tool_call_where_not_even_its_frame_fits()
    {
        var call = new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("a", "write", new Dictionary<string, object?> { ["text"] = Filler(400) })]);

        var exception = Assert.Throws<ContextBudgetException>(() => Fitters.Default.Fit([User("Write it."), call, Result("a", Filler(50))], 100));

        Assert.Contains("Cut the newest tool call first", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(2)]
    public void A_budget_of_nothing_is_too_small_for_anything(int available) =>
        Assert.Throws<ContextBudgetException>(() => Fitters.Default.Fit([User("Hi")], available));
}

using Microsoft.Extensions.AI;

namespace Parsimony.Cli.Tests;

public class StreamMemoryTests
{
    private readonly StreamMemory memory = new();

    [Fact]
    public void The_first_request_of_an_answer_is_new()
    {
        Assert.Equal(RequestKind.New, Add("a?", "A"));
        Assert.Equal(RequestKind.New, Add("b?", "B"));
    }

    [Fact]
    public void Other_words_for_an_answer_given_before_are_an_opportunity()
    {
        Add("a?", "A");
        Assert.Equal(RequestKind.Opportunity, Add("please, a?", "A"));
    }

    [Fact]
    public void The_same_words_are_a_repeat_whatever_their_white_space_and_normal_form()
    {
        Add("Is there a café?", "A");
        Assert.Equal(RequestKind.Repeat, Add("  Is there  a cafe\u0301?\n", "A"));
        Assert.Equal(RequestKind.Repeat, Add("Is there a café?", "another answer"));
    }

    [Fact]
    public void The_same_words_with_lines_broken_elsewhere_are_no_repeat()
    {
        Add("Add up:\n1 2\n3", "A");
        Assert.Equal(RequestKind.Repeat, Add("Add up:\r\n\r\n 1  2 \r\n3", "A"));
        Assert.Equal(RequestKind.New, Add("Add up:\n1\n2 3", "B"));
    }

    [Fact]
    public void The_same_words_behind_another_history_are_an_opportunity()
    {
        Add("a?", "A", history: ["x", "X"]);
        Assert.Equal(RequestKind.Opportunity, Add("a?", "A", history: ["y", "Y"]));
        Assert.Equal(RequestKind.Opportunity, Add("a?", "A"));
        Assert.Equal(RequestKind.Repeat, Add("a?", "A", history: ["x", "X"]));
    }

    [Fact]
    public void Histories_that_run_together_alike_are_told_apart()
    {
        Add("a?", "A", history: ["x", "yz"]);
        Assert.Equal(RequestKind.Opportunity, Add("a?", "A", history: ["xy", "z"]));
    }

    [Fact]
    public void What_another_tenant_was_told_is_no_opportunity()
    {
        Add("a?", "A", tenant: "one");
        Assert.Equal(RequestKind.New, Add("a?", "A", tenant: "two"));
        Assert.Equal(RequestKind.New, Add("a?", "A"));
    }

    private RequestKind Add(string text, string answer, string? tenant = null, string[]? history = null) => memory.Add(new StreamRequest(
        text, answer, tenant, [.. (history ?? []).Select((said, i) => new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, said))]));
}

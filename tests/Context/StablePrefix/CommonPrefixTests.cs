using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;
using static Parsimony.Context.Tests.StablePrefix.Sessions;

namespace Parsimony.Context.Tests.StablePrefix;

public class CommonPrefixTests
{
    private readonly ContextFitter fitter = new(new ContextBudgetOptions());
    private readonly List<ChatMessage> first = [Instructions("Rules."), User("One?")];

    [Fact]
    public void The_first_request_of_a_session_and_one_without_a_session_have_none_that_is_known()
    {
        Assert.Null(fitter.Fit(first, null, Named).CommonPrefixTokens);
        Assert.Null(fitter.Fit(first, null, CallScope.Empty).CommonPrefixTokens);
        Assert.Null(fitter.Fit(first, null, CallScope.Empty).CommonPrefixTokens);
    }

    [Fact]
    public void A_request_that_goes_on_counts_all_of_the_one_before_it()
    {
        fitter.Fit(first, null, Named);

        var fit = fitter.Fit([.. first, Assistant("Fine."), User("Two?")], null, Named);

        Assert.Equal(Fitters.Counter.CountMessages(first), fit.CommonPrefixTokens);
    }

    [Fact]
    public void What_changes_in_front_leaves_nothing_in_common()
    {
        fitter.Fit(first, null, Named);

        var fit = fitter.Fit([Instructions("Other rules."), .. first.Skip(1)], null, Named);

        Assert.Equal(0, fit.CommonPrefixTokens);
    }

    [Fact]
    public void Equal_tools_count_and_other_tools_leave_nothing_in_common()
    {
        var tools = new ChatOptions { Tools = [AIFunctionFactory.Create((int a) => a, "one")] };
        var others = new ChatOptions { Tools = [AIFunctionFactory.Create((string a) => a, "one")] };
        var size = fitter.Fit(first, tools, Named).Budget.ToolTokens;

        Assert.Equal(size + Fitters.Counter.CountMessages(first), fitter.Fit(first, tools, Named).CommonPrefixTokens);
        Assert.Equal(0, fitter.Fit(first, others, Named).CommonPrefixTokens);
    }

    [Fact]
    public void Sessions_agents_users_and_models_are_kept_apart()
    {
        fitter.Fit(first, null, Named);

        Assert.Null(fitter.Fit(first, null, Named with { Session = "s2" }).CommonPrefixTokens);
        Assert.Null(fitter.Fit(first, null, Named with { Agent = "other" }).CommonPrefixTokens);
        Assert.Null(fitter.Fit(first, null, Named with { User = "u" }).CommonPrefixTokens);
        Assert.Null(fitter.Fit(first, null, Named with { Tenant = "t" }).CommonPrefixTokens);
        Assert.Null(fitter.Fit(first, new ChatOptions { ModelId = "gpt-4o" }, Named).CommonPrefixTokens);
        Assert.NotNull(fitter.Fit(first, null, Named).CommonPrefixTokens);
    }

    [Fact]
    public void The_sessions_that_were_silent_longest_are_forgotten_first()
    {
        var memory = new RequestMemory(capacity: 10);
        List<ChatMessage> two = [User("a"), User("b")];

        int? Compare(string session) => memory.Compare(new CallScope { Session = session }, null, null, 0, two, [4, 4]);

        Assert.Null(Compare("a"));
        Assert.Null(Compare("b"));
        Assert.Null(Compare("c"));
        Assert.Equal(8, Compare("a"));
        Assert.Null(Compare("d"));
        Assert.Null(Compare("b"));
        Assert.Equal(8, Compare("a"));
    }

    [Fact]
    public void A_request_larger_than_the_memory_is_not_remembered_and_pushes_nothing_out()
    {
        var memory = new RequestMemory(capacity: 4);
        List<ChatMessage> many = [.. Enumerable.Range(0, 9).Select(i => User($"{i}"))];

        memory.Compare(Named, null, null, 0, [User("a")], [4]);
        Assert.Null(memory.Compare(Named with { Session = "s2" }, null, null, 0, many, new int[9]));
        Assert.Equal(4, memory.Compare(Named, null, null, 0, [User("a")], [4]));
    }

    [Fact]
    public void What_differs_only_in_an_argument_a_result_or_a_picture_differs()
    {
        Assert.NotEqual(Of(new FunctionCallContent("a", "f", new Dictionary<string, object?> { ["x"] = 1 })), Of(new FunctionCallContent("a", "f", new Dictionary<string, object?> { ["x"] = 2 })));
        Assert.NotEqual(Of(new FunctionResultContent("a", "1")), Of(new FunctionResultContent("a", "2")));
        Assert.NotEqual(Of(new DataContent(new byte[] { 1, 2 }, "image/png")), Of(new DataContent(new byte[] { 1, 3 }, "image/png")));
        Assert.NotEqual(Of(new TextContent("a"), new TextContent("b")), Of(new TextContent("ab")));
        Assert.Equal(Of(new TextContent("a")), Of(new TextContent("a")));

        static UInt128 Of(params AIContent[] contents) => MessageFingerprint.Of(0, new ChatMessage(ChatRole.User, contents));
    }
}

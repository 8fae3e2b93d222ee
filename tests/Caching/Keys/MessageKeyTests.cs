using Microsoft.Extensions.AI;
using static Parsimony.Caching.Tests.Plans;

namespace Parsimony.Caching.Tests.Keys;

public sealed class MessageKeyTests
{
    private static readonly ChatMessage[][] Different =
    [
        [User("q")],
        [User("Q")],
        [User("q?")],
        [Sys("s"), User("q")],
        [Sys("t"), User("q")],
        [Sys(""), User("q")],
        [new(new ChatRole("developer"), "s"), User("q")],
        [User("s"), User("q")],
        [User("a"), Assistant("b"), User("q")],
        [User("a"), Assistant("c"), User("q")],
        [User("ab"), Assistant(""), User("q")],
        [User("a"), Assistant("b"), User("c"), Assistant("d"), User("q")],
        [User("a"), User("b"), User("q")],
        [User("q"), Assistant("prefix")],
        [new(ChatRole.User, "q") { AuthorName = "Ann" }],
        [new(ChatRole.User, [new TextContent("q"), Picture(1)])],
        [new(ChatRole.User, [new TextContent("q"), Picture(2)])],
        [new(ChatRole.User, [Picture(1), new TextContent("q")])],
        [new(ChatRole.User, [new TextContent("q"), new DataContent(new byte[] { 1 }, "image/jpeg")])],
        [new(ChatRole.User, [new TextContent("q"), new UriContent("https://example.org/1.png", "image/png")])],
        [new(ChatRole.User, [new TextContent("q"), new UriContent("https://example.org/2.png", "image/png")])],
        [new(ChatRole.User, [new TextContent("q"), new HostedFileContent("file-1")])],
        [new(ChatRole.User, "q") { AdditionalProperties = new() { ["detail"] = "high" } }],
        [new(ChatRole.User, [new TextContent("q") { AdditionalProperties = new() { ["cache"] = true } }])],
        [User("a"), new(ChatRole.Assistant, [new TextReasoningContent("b")]), User("q")],
        Tools(("1", "f", "x", "r")),
        Tools(("1", "g", "x", "r")),
        Tools(("1", "f", "y", "r")),
        Tools(("1", "f", "x", "s")),
    ];

    [Fact]
    public void The_key_varies_by_everything_in_the_messages()
    {
        var keys = Different.Select((m, i) => (Number: i, Of(m).Key)).ToList();

        Assert.All(keys, k => Assert.NotEqual("", k.Key));
        Assert.Empty(keys.GroupBy(k => k.Key).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(k => k.Number))));
    }

    [Fact]
    public void The_question_may_be_spelt_with_other_white_space_and_another_unicode_form()
    {
        Assert.Equal(Of("Caf\u00e9 in Paris?").Key, Of("  Cafe\u0301   in\t Paris? \n").Key);
    }

    [Fact]
    public void Only_the_question_is_normalised()
    {
        Assert.NotEqual(Of([Sys("a  b"), User("q")]).Key, Of([Sys("a b"), User("q")]).Key);
    }

    [Fact]
    public void Volatile_ids_and_times_do_not_change_the_key()
    {
        var plain = new[] { User("a"), Assistant("b"), User("q") };
        var marked = new[]
        {
            new ChatMessage(ChatRole.User, "a") { MessageId = "1", CreatedAt = DateTimeOffset.UnixEpoch },
            new ChatMessage(ChatRole.Assistant, "b") { MessageId = "2", RawRepresentation = new object(), AdditionalProperties = new() { ["Id"] = "x", ["usage"] = new object() } },
            new ChatMessage(ChatRole.User, "q") { MessageId = "3" },
        };

        Assert.Equal(Of(plain).Key, Of(marked).Key);
    }

    [Fact]
    public void Tool_call_ids_do_not_change_the_key_but_which_result_belongs_to_which_call_does()
    {
        Assert.Equal(Of(Tools(("1", "f", "x", "r"))).Key, Of(Tools(("call_abc", "f", "x", "r"))).Key);
        var straight = new[] { Call(("1", "f"), ("2", "f")), Result(("1", "a"), ("2", "b")), User("q") };
        var renamed = new[] { Call(("8", "f"), ("9", "f")), Result(("8", "a"), ("9", "b")), User("q") };
        var crossed = new[] { Call(("1", "f"), ("2", "f")), Result(("2", "a"), ("1", "b")), User("q") };

        Assert.Equal(Of(straight).Key, Of(renamed).Key);
        Assert.NotEqual(Of(straight).Key, Of(crossed).Key);
    }

    [Fact]
    public void A_replayed_answer_in_the_history_has_the_key_of_the_first_one()
    {
        var replayed = new ChatMessage(ChatRole.Assistant, "b") { MessageId = "new", AdditionalProperties = new() { ["parsimony.entry"] = "x" } };

        Assert.Equal(Of([User("a"), Assistant("b"), User("q")]).Key, Of([User("a"), replayed, User("q")]).Key);
    }

    [Fact]
    public void A_document_after_the_question_is_not_the_question()
    {
        var document = new ChatMessage(ChatRole.User, "a  document") { AdditionalProperties = new() { ["parsimony.kind"] = "document" } };
        var plan = Of([User("q"), document]);

        Assert.Equal("q", plan.UserText);
        Assert.NotEqual(plan.Key, Of([User("q")]).Key);
    }

    [Fact]
    public void The_key_is_the_hexadecimal_form_of_a_SHA_256()
    {
        Assert.Matches("^[0-9a-f]{64}$", Of("q").Key);
        Assert.Matches("^[0-9a-f]{64}$", Of("q").Partition);
    }

    private static DataContent Picture(byte pixel) => new(new byte[] { pixel }, "image/png");

    private static ChatMessage Call(params (string Id, string Name)[] calls) =>
        new(ChatRole.Assistant, [.. calls.Select(c => new FunctionCallContent(c.Id, c.Name))]);

    private static ChatMessage Result(params (string Id, string Result)[] results) =>
        new(ChatRole.Tool, [.. results.Select(r => new FunctionResultContent(r.Id, r.Result))]);

    private static ChatMessage[] Tools((string Id, string Name, string Argument, string Result) call) =>
    [
        User("a"),
        new(ChatRole.Assistant, [new FunctionCallContent(call.Id, call.Name, new Dictionary<string, object?> { ["arg"] = call.Argument })]),
        new(ChatRole.Tool, [new FunctionResultContent(call.Id, call.Result)]),
        Assistant("b"),
        User("q"),
    ];
}

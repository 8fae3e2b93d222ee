using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Parsimony.Abstractions.Tests;

public class RequestHashTests
{
    [Fact]
    public void System_and_developer_messages_do_not_count()
    {
        ChatMessage user = new(ChatRole.User, "hello");

        Assert.Equal(RequestHash.Of([user]), RequestHash.Of([new(ChatRole.System, "x"), user, new(new ChatRole("developer"), "y")]));
    }

    [Fact]
    public void Where_one_message_ends_and_the_next_begins_counts()
    {
        Assert.NotEqual(
            RequestHash.Of([new(ChatRole.User, "ab"), new(ChatRole.User, "c")]),
            RequestHash.Of([new(ChatRole.User, "a"), new(ChatRole.User, "bc")]));
    }

    [Fact]
    public void The_role_the_calls_and_the_results_count()
    {
        ChatMessage call = new(ChatRole.Assistant, [new FunctionCallContent("1", "weather")]);
        ChatMessage otherCall = new(ChatRole.Assistant, [new FunctionCallContent("1", "traffic")]);
        ChatMessage result = new(ChatRole.Tool, [new FunctionResultContent("1", "rain")]);
        ChatMessage otherResult = new(ChatRole.Tool, [new FunctionResultContent("1", "sun")]);

        Assert.NotEqual(RequestHash.Of([new(ChatRole.User, "a")]), RequestHash.Of([new(ChatRole.Assistant, "a")]));
        Assert.NotEqual(RequestHash.Of([call]), RequestHash.Of([otherCall]));
        Assert.NotEqual(RequestHash.Of([call, result]), RequestHash.Of([call, otherResult]));
    }

    [Fact]
    public void The_arguments_of_a_call_count()
    {
        static ChatMessage Call(object? city) =>
            new(ChatRole.Assistant, [new FunctionCallContent("1", "weather", new Dictionary<string, object?> { ["city"] = city })]);

        Assert.NotEqual(RequestHash.Of([Call("Rome")]), RequestHash.Of([Call("Oslo")]));
        Assert.Equal(RequestHash.Of([Call("Rome")]), RequestHash.Of([Call("Rome")]));
    }

    [Fact]
    public void The_bytes_of_an_image_count()
    {
        static ChatMessage Image(byte value) => new(ChatRole.User, [new DataContent(new byte[] { value }, "image/png")]);

        Assert.NotEqual(RequestHash.Of([Image(1)]), RequestHash.Of([Image(2)]));
    }

    [Fact]
    public void Equal_texts_have_equal_hashes_and_others_do_not()
    {
        Prop.ForAll<string, string>((a, b) =>
        {
            var left = RequestHash.Of([new(ChatRole.User, a ?? "")]);
            var right = RequestHash.Of([new(ChatRole.User, b ?? "")]);
            return (left == right) == ((a ?? "") == (b ?? ""));
        }).QuickCheckThrowOnFailure();
    }
}

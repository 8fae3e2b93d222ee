using Microsoft.Extensions.AI;
using static Parsimony.Caching.Tests.Plans;

namespace Parsimony.Caching.Tests.Keys;

public sealed class RequestRuleTests
{
    [Fact]
    public void What_the_request_does_not_show_is_not_cached()
    {
#pragma warning disable MEAI001
        Assert.Equal(BypassReason.Conversation, Of("q", new() { ConversationId = "c" }).BypassReason);
        Assert.Equal(BypassReason.Continuation, Of("q", new() { ContinuationToken = ResponseContinuationToken.FromBytes(new byte[] { 1 }) }).BypassReason);
        Assert.Equal(BypassReason.Background, Of("q", new() { AllowBackgroundResponses = true }).BypassReason);
        Assert.Equal(BypassReason.RawRequest, Of("q", new() { RawRepresentationFactory = _ => null }).BypassReason);
        Assert.Equal(BypassReason.NoMessages, Of([]).BypassReason);
#pragma warning restore MEAI001
    }

    [Theory]
    [InlineData("n", 2)]
    [InlineData("candidate_count", 3L)]
    [InlineData("n", "2")]
    public void More_than_one_choice_is_not_cached(string name, object count) =>
        Assert.Equal(BypassReason.SeveralChoices, Of("q", new() { AdditionalProperties = new() { [name] = count } }).BypassReason);

    [Fact]
    public void One_choice_is_cached() => Assert.True(Of("q", new() { AdditionalProperties = new() { ["n"] = 1 } }).IsCacheable);

    [Fact]
    public void Without_a_required_identity_there_is_no_cache()
    {
        Assert.Equal(BypassReason.NoTenant, Of("q", configure: o => o.RequireTenant = true).BypassReason);
        Assert.Equal(BypassReason.NoTenant, Of("q", scope: new() { Tenant = "" }, configure: o => o.RequireTenant = true).BypassReason);
        Assert.Equal(BypassReason.NoUser, Of("q", scope: new() { Tenant = "t" }, configure: o => o.RequireUser = true).BypassReason);
        Assert.True(Of("q", scope: new() { Tenant = "t", User = "u" }, configure: o => o.RequireTenant = o.RequireUser = true).IsCacheable);
    }

    [Fact]
    public void What_cannot_be_read_completely_is_not_cached()
    {
        ChatOptions[] options = [new() { AdditionalProperties = new() { ["a"] = new object() } }, new() { Tools = [new UnknownTool()] }];

        Assert.All(options, o => Assert.Equal(BypassReason.Unreadable, Of("q", o).BypassReason));
        Assert.Equal(BypassReason.Unreadable, Of([new ChatMessage(ChatRole.User, [new TextContent("q"), new AIContent()])]).BypassReason);
        Assert.Equal(BypassReason.Unreadable, Of([new ChatMessage { Role = ChatRole.User, RawRepresentation = "raw" }]).BypassReason);
    }

    [Fact]
    public void A_turn_in_which_a_tool_ran_is_not_cached_unless_the_tool_is_pure()
    {
        ChatMessage[] turn =
        [
            User("q"),
            new(ChatRole.Assistant, [new FunctionCallContent("1", "f")]),
            new(ChatRole.Tool, [new FunctionResultContent("1", "r")]),
        ];

        Assert.Equal(BypassReason.ToolTurn, Of(turn).BypassReason);
        Assert.Equal(BypassReason.ToolTurn, Of(turn, configure: o => o.PureTools.Add("g")).BypassReason);
        Assert.True(Of(turn, configure: o => o.PureTools.Add("f")).IsCacheable);
        Assert.True(Of(turn, configure: o => o.CacheToolTurns = true).IsCacheable);
        Assert.True(Of([.. turn, Assistant("a"), User("next")]).IsCacheable);
    }

    private sealed class UnknownTool : AITool;
}

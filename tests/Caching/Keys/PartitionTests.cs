using Microsoft.Extensions.AI;
using static Parsimony.Caching.Tests.Plans;

namespace Parsimony.Caching.Tests.Keys;

public sealed class PartitionTests
{
    [Fact]
    public void Two_questions_of_one_setting_share_a_partition_and_not_a_key()
    {
        var (one, other) = (Of([Sys("s"), User("q")]), Of([Sys("s"), User("r")]));

        Assert.Equal(one.Partition, other.Partition);
        Assert.NotEqual(one.Key, other.Key);
    }

    [Theory]
    [InlineData(HistoryScope.All, false, false)]
    [InlineData(HistoryScope.Last, false, true)]
    [InlineData(HistoryScope.None, true, true)]
    public void The_history_counts_as_far_as_the_app_declares(HistoryScope scope, bool sharesWithoutHistory, bool sharesWithSameLastExchange)
    {
        CachePlan Plan(params string[] turns) => Of(
            [Sys("s"), .. turns.Select((t, i) => i % 2 == 0 ? User(t) : Assistant(t)), User("q")], configure: o => o.HistoryScope = scope);

        Assert.Equal(sharesWithoutHistory, Plan().Partition == Plan("a", "b").Partition);
        Assert.Equal(sharesWithSameLastExchange, Plan("x", "y", "a", "b").Partition == Plan("a", "b").Partition);
        Assert.NotEqual(Plan().Key, Plan("a", "b").Key);
    }

    [Fact]
    public void A_turn_that_stands_alone_is_looked_for_among_the_questions_that_opened_a_conversation_too()
    {
        const string Turn = "What causes throat cancer?";
        var opener = Of([Sys("s"), User(Turn)]);
        var later = Of([Sys("s"), User("Tell me about sharks."), Assistant("Sharks are fish."), User(Turn)]);

        Assert.Null(opener.Opening);
        Assert.NotEqual(opener.Partition, later.Partition);
        Assert.Equal(opener.Partition, later.Opening!.Partition);
        Assert.Equal(later.Key, later.Opening.Key);
    }

    [Theory]
    [InlineData("Is it treatable?", HistoryScope.Auto)]
    [InlineData("What causes throat cancer?", HistoryScope.All)]
    [InlineData("What causes throat cancer?", HistoryScope.Last)]
    [InlineData("What causes throat cancer?", HistoryScope.None)]
    public void A_turn_that_leans_on_its_history_or_whose_app_has_decided_is_not(string turn, HistoryScope scope) =>
        Assert.Null(Of([User("What is throat cancer?"), Assistant("A cancer."), User(turn)], configure: o => o.HistoryScope = scope).Opening);

    [Fact]
    public void Behind_a_picture_a_file_or_a_tool_result_no_turn_stands_alone()
    {
        const string Turn = "What causes throat cancer?";
        ChatMessage[] before =
        [
            new(ChatRole.User, [new TextContent("look"), new DataContent(new byte[] { 1 }, "image/png")]),
            new(ChatRole.Assistant, [new FunctionCallContent("c", "f")]),
            new(ChatRole.Tool, [new FunctionResultContent("c", "r")]),
        ];

        Assert.All(before, message => Assert.Null(Of([message, User(Turn)]).Opening));
        Assert.NotNull(Of([User("look"), Assistant("I see."), User(Turn)]).Opening);
    }

    [Fact]
    public void Other_instructions_another_tenant_or_another_client_open_another_conversation()
    {
        const string Turn = "What causes throat cancer?";
        ChatMessage[] later = [User("hi"), Assistant("hello"), User(Turn)];

        Assert.NotEqual(Of([Sys("s"), User(Turn)]).Partition, Of(later).Opening!.Partition);
        Assert.NotEqual(Of([User(Turn)]).Partition, Of(later, scope: new() { Tenant = "t" }).Opening!.Partition);
    }

    [Fact]
    public void Without_the_history_system_prompt_documents_and_pictures_still_count()
    {
        static void None(ResponseCacheOptions o) => o.HistoryScope = HistoryScope.None;
        var document = new ChatMessage(ChatRole.User, "d") { AdditionalProperties = new() { ["parsimony.kind"] = "document" } };
        var picture = new ChatMessage(ChatRole.User, [new TextContent("q"), new DataContent(new byte[] { 1 }, "image/png")]);
        string[] partitions =
        [
            Of([User("q")], configure: None).Partition,
            Of([Sys("s"), User("q")], configure: None).Partition,
            Of([document, User("q")], configure: None).Partition,
            Of([picture], configure: None).Partition,
        ];

        Assert.Equal(4, partitions.Distinct().Count());
    }

    [Fact]
    public void Agents_of_one_group_share_a_partition_whatever_their_prompts_and_tools()
    {
        static void Groups(ResponseCacheOptions o)
        {
            o.AgentGroups["billing"] = "support";
            o.AgentGroups["cards"] = "support";
            o.AgentGroups["legal"] = "law";
        }

        var billing = Of([Sys("billing"), User("q")], new() { Instructions = "b" }, new() { Agent = "billing" }, Groups);
        var cards = Of([Sys("cards"), User("q")], new() { Tools = [OptionsKeyTests.Tool("f")] }, new() { Agent = "cards" }, Groups);
        var legal = Of([Sys("billing"), User("q")], new() { Instructions = "b" }, new() { Agent = "legal" }, Groups);
        var alone = Of([Sys("billing"), User("q")], new() { Instructions = "b" }, new() { Agent = "other" }, Groups);

        Assert.Equal(billing.Partition, cards.Partition);
        Assert.NotEqual(billing.Key, cards.Key);
        Assert.Equal(3, new[] { billing.Partition, legal.Partition, alone.Partition }.Distinct().Count());
    }
}

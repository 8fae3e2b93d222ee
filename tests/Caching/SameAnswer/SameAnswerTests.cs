using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.SameAnswer;

public sealed class SameAnswerTests : IDisposable
{
    private const string Question = "how do I top up";
    private const string OtherWords = "how can I top up";

    private readonly FakeEmbeddings embeddings = new([Question, OtherWords]);

    public void Dispose() => embeddings.Dispose();

    [Fact]
    public async Task A_question_in_other_words_is_answered()
    {
        var f = new CacheFixture(embeddings: embeddings);
        var stored = await f.StoreAsync(Question, "a");

        var hit = await f.Cache.TryGetAsync(f.Plan(OtherWords));

        Assert.Equal(("a", true, stored.EntryId), (hit!.Response.Text, hit.SameAnswer, hit.EntryId));
        Assert.Equal(1, hit.Similarity, 5);
        Assert.Null(await f.GetAsync("how do I pay"));
    }

    [Fact]
    public async Task Without_a_generator_only_the_very_same_call_is_answered_and_this_is_said_once()
    {
        var f = new CacheFixture();
        await f.StoreAsync(Question, "a");

        Assert.Null(await f.GetAsync(OtherWords));
        Assert.Equal("a", await f.GetAsync(Question));
        Assert.Single(f.Logger.Entries, e => e.Message.Contains("very same call only", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_whose_lines_break_elsewhere_is_another_question_however_close()
    {
        const string One = "add up each row:\n1 2\n3", Other = "add up each row:\n1\n2 3";
        using var close = new FakeEmbeddings([One, Other]);
        var f = new CacheFixture(embeddings: close);
        await f.StoreAsync(One, "3, 3");

        Assert.Null(await f.GetAsync(Other));
        Assert.Equal(1, f.Cache.Statistics.Refusals["layout"]);
    }

    [Fact]
    public async Task No_distance_crosses_a_tenant_a_user_an_agent_or_a_model()
    {
        var f = new CacheFixture(embeddings: embeddings);
        await f.StoreAsync(Question, "a", scope: new() { Tenant = "t", User = "u", Agent = "a", Model = "m" });
        CallScope[] others =
        [
            CallScope.Empty,
            new() { Tenant = "x", User = "u", Agent = "a", Model = "m" },
            new() { Tenant = "t", User = "x", Agent = "a", Model = "m" },
            new() { Tenant = "t", User = "u", Agent = "x", Model = "m" },
            new() { Tenant = "t", User = "u", Agent = "a", Model = "x" },
        ];

        foreach (var other in others)
        {
            Assert.Null(await f.GetAsync(OtherWords, scope: other));
        }

        Assert.Equal("a", await f.GetAsync(OtherWords, scope: new() { Tenant = "t", User = "u", Agent = "a", Model = "m", Session = "s" }));
    }

    [Fact]
    public async Task Without_the_history_an_equal_question_is_found_even_without_a_generator()
    {
        var f = new CacheFixture(o => o.HistoryScope = HistoryScope.None);
        await f.StoreAsync(Question, "a");

        var hit = await f.Cache.TryGetAsync(f.Cache.Plan([Plans.User("hi"), Plans.Assistant("hello"), Plans.User(Question)], null, CallScope.Empty));

        Assert.Equal(("a", true, 1.0), (hit!.Response.Text, hit.SameAnswer, hit.Similarity));
    }

    [Fact]
    public async Task What_opened_a_conversation_answers_the_same_words_behind_a_history_and_not_the_other_way_round()
    {
        const string Turn = "What causes throat cancer?";
        var f = new CacheFixture(embeddings: embeddings);
        CachePlan Behind(string earlier, string turn) => f.Cache.Plan([Plans.User(earlier), Plans.Assistant("Yes."), Plans.User(turn)], null, CallScope.Empty);
        await f.Cache.StoreAsync(Behind("Are sharks fish?", "What is a reef made of?"), FakeModel.Answer("coral"));
        await f.StoreAsync(Turn, "smoking");
        await f.StoreAsync("Is it treatable?", "often");

        Assert.Equal("smoking", (await f.Cache.TryGetAsync(Behind("Tell me about sharks.", Turn)))?.Response.Text);
        Assert.Null(await f.Cache.TryGetAsync(Behind("Tell me about sharks.", "Is it treatable?")));
        Assert.Null(await f.Cache.TryGetAsync(Behind("Tell me about sharks.", "What is a reef made of?")));
        Assert.Null(await f.GetAsync("What is a reef made of?"));
    }

    [Fact]
    public async Task One_agent_profits_from_what_another_of_its_group_asked()
    {
        var f = new CacheFixture(
            o =>
            {
                o.AgentGroups["a"] = "g";
                o.AgentGroups["b"] = "g";
            },
            embeddings);
        await f.StoreAsync(Question, "a", new ChatOptions { Instructions = "You are A." }, new() { Agent = "a" });

        Assert.Equal("a", await f.GetAsync(OtherWords, new ChatOptions { Instructions = "You are B." }, new() { Agent = "b" }));
        Assert.Null(await f.GetAsync(OtherWords, new ChatOptions { Instructions = "You are C." }, new() { Agent = "c" }));
    }

    [Fact]
    public async Task Vectors_of_another_model_are_never_compared()
    {
        var f = new CacheFixture(embeddings: embeddings);
        await f.StoreAsync(Question, "a");
        using var otherModel = new FakeEmbeddings([Question, OtherWords]) { ModelId = "another" };
        using var sameModel = new FakeEmbeddings([Question, OtherWords]);

        Assert.False(await Finds(f, otherModel));
        Assert.True(await Finds(f, sameModel));
    }

    [Fact]
    public async Task Vectors_of_another_width_are_never_compared()
    {
        var f = new CacheFixture(embeddings: embeddings);
        await f.StoreAsync(Question, "a");
        using var wider = new FakeEmbeddings([Question, OtherWords]) { Width = 128 };

        Assert.False(await Finds(f, wider));
    }

    [Fact]
    public async Task A_large_partition_finds_what_a_small_one_finds()
    {
        var f = new CacheFixture(embeddings: new FakeEmbeddings([Question, OtherWords]) { Width = 300 });
        for (var i = 0; i < 200; i++)
        {
            await f.StoreAsync("filler " + (char)('a' + (i / 26)) + (char)('a' + (i % 26)), "x");
        }

        await f.StoreAsync(Question, "a");
        Assert.Equal("a", await f.GetAsync(OtherWords));
        Assert.Equal(201, f.Cache.Statistics.IndexedQuestions);
    }

    [Fact]
    public async Task The_oldest_question_leaves_a_full_index_and_is_still_answered_exactly()
    {
        var f = new CacheFixture(o => o.MaxIndexedQuestions = 2, embeddings);
        await f.StoreAsync(Question, "a");
        await f.StoreAsync("b", "b");
        await f.StoreAsync("c", "c");

        Assert.Equal(2, f.Cache.Statistics.IndexedQuestions);
        Assert.Null(await f.GetAsync(OtherWords));
        Assert.Equal("a", await f.GetAsync(Question));
    }

    [Fact]
    public async Task A_question_whose_entry_is_gone_leaves_the_index()
    {
        var f = new CacheFixture(embeddings: embeddings);
        await f.StoreAsync(Question, "a");
        f.Tiers.Items.Clear();

        Assert.Null(await f.GetAsync(OtherWords));
        Assert.Equal(0, f.Cache.Statistics.IndexedQuestions);
    }

    [Fact]
    public async Task An_entry_rewritten_for_another_partition_is_not_served_from_the_old_one()
    {
        var f = new CacheFixture(o => o.HistoryScope = HistoryScope.None, embeddings);
        List<ChatMessage> withHistory = [Plans.User("a"), Plans.Assistant("b"), Plans.User(Question)];
        await f.Cache.StoreAsync(f.Cache.Plan(withHistory, null, CallScope.Empty), FakeModel.Answer("a"));
        Assert.Equal("a", await f.GetAsync(OtherWords));
        var strict = new ResponseCache(new ResponseCacheOptions { EnableJudge = false }, embeddings, f.Clock, null, decider: null, _ => f.Tiers);
        await strict.StoreAsync(strict.Plan(withHistory, null, CallScope.Empty), FakeModel.Answer("only after b"));

        Assert.Null(await f.GetAsync(OtherWords));
    }

    [Fact]
    public async Task The_same_answer_search_can_be_switched_off()
    {
        var f = new CacheFixture(o => o.EnableSameAnswer = false, embeddings);
        await f.StoreAsync(Question, "a");

        Assert.Null(await f.GetAsync(OtherWords));
        Assert.Equal(0, embeddings.Calls);
    }

    [Fact]
    public async Task An_exact_hit_needs_no_embedding()
    {
        var f = new CacheFixture(embeddings: embeddings);
        await f.StoreAsync(Question, "a");
        var before = embeddings.Calls;

        Assert.Equal("a", await f.GetAsync(Question));
        Assert.Equal(before, embeddings.Calls);
    }

    [Fact]
    public async Task A_miss_through_the_client_is_embedded_once()
    {
        var f = new CacheFixture(embeddings: embeddings);
        await f.Client.GetResponseAsync(Question);

        Assert.Equal(1, embeddings.Calls);
        Assert.False(await f.CallsModelAsync(OtherWords));
    }

    private static async Task<bool> Finds(CacheFixture f, FakeEmbeddings other)
    {
        var restarted = new ResponseCache(new ResponseCacheOptions { EnableJudge = false }, other, f.Clock, null, decider: null, _ => f.Tiers);
        return await restarted.TryGetAsync(restarted.Plan(CacheFixture.Question(OtherWords), null, CallScope.Empty)) is not null;
    }
}

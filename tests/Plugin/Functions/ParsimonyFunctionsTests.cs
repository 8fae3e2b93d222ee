using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Context;

namespace Parsimony.Tests.Functions;

public sealed class ParsimonyFunctionsTests : IAsyncDisposable
{
    private readonly ServiceProvider provider = new TestServices().Build(o =>
        o.Context.Agents["clerk"] = new AgentSpecialization { MaxContextTokens = 500 });

    public async ValueTask DisposeAsync() => await provider.DisposeAsync();

    [Fact]
    public void There_are_five_each_with_a_description_and_none_asks_the_model_for_a_cancellation_token()
    {
        var functions = Functions();

        Assert.Equal(["get_health", "get_status", "recommend_context_size", "report_false_hit", "report_missed_hit"], functions.Keys.Order());
        Assert.All(functions.Values, f => Assert.NotEmpty(f.Description));
        Assert.All(functions.Values, f => Assert.DoesNotContain("cancellationToken", f.JsonSchema.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_and_health_come_as_JSON()
    {
        var status = await Call("get_status");
        var health = await Call("get_health");

        Assert.Equal(0, status.GetProperty("cache").GetProperty("lookups").GetInt64());
        Assert.Equal(100, health.GetProperty("score").GetInt32());
    }

    [Fact]
    public async Task A_model_is_told_of_no_agent_but_the_calling_one()
    {
        var ledger = provider.GetRequiredService<IContextLedger>();
        ledger.Record(new CallScope { Tenant = "a", Agent = "clerk" }, 10, 5);
        ledger.Record(new CallScope { Tenant = "b", Agent = "scribe" }, 20, 9);

        var unnamed = await Call("get_status");
        using var scope = CallScope.Begin(new CallScope { Tenant = "a", Agent = "Clerk" });
        var named = await Call("get_status");

        Assert.Empty(unnamed.GetProperty("agents").EnumerateArray());
        Assert.Equal("clerk", Assert.Single(named.GetProperty("agents").EnumerateArray()).GetProperty("agent").GetString());
        Assert.Equal(2, provider.GetRequiredService<OptimizationOrchestrator>().GetStatus().Agents.Count);
    }

    [Fact]
    public async Task An_agent_is_told_its_own_context_size_or_that_of_the_agent_it_names()
    {
        using var scope = CallScope.Begin(new CallScope { Agent = "clerk" });

        Assert.Equal(500, (await Call("recommend_context_size")).GetProperty("tokens").GetInt32());
        var other = await Call("recommend_context_size", ("agent", "scribe"));
        Assert.Equal(("scribe", 123_904), (other.GetProperty("agent").GetString(), other.GetProperty("tokens").GetInt32()));
    }

    [Fact]
    public async Task A_false_hit_is_reported_by_its_entry_id()
    {
        var orchestrator = provider.GetRequiredService<OptimizationOrchestrator>();
        var question = FakeModel.Ask("How do I freeze my card?");
        var stored = await orchestrator.StoreCachedResponseAsync(
            question, new ChatResponse(new ChatMessage(ChatRole.Assistant, "Wrong.")) { FinishReason = ChatFinishReason.Stop });

        var report = await Call("report_false_hit", ("entryId", stored.EntryId!));

        Assert.True(report.GetProperty("quarantined").GetBoolean());
        Assert.Null(await orchestrator.GetCachedResponseAsync(question));
    }

    [Fact]
    public async Task A_missed_hit_is_reported_by_the_two_questions_in_their_own_words()
    {
        var report = await Call("report_missed_hit", ("question", "How do I freeze card 8?"), ("earlier", "How do I freeze card 7?"));

        Assert.Equal((true, "number"), (report.GetProperty("kept").GetBoolean(), report.GetProperty("refusedBy").GetString()));
        Assert.DoesNotContain("card", report.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, (await Call("get_status")).GetProperty("cache").GetProperty("missedHits").GetInt64());
    }

    [Fact]
    public async Task An_entry_id_in_a_missed_hit_tells_the_agent_nothing_of_what_the_cache_holds()
    {
        var stored = await provider.GetRequiredService<OptimizationOrchestrator>().StoreCachedResponseAsync(
            FakeModel.Ask("How do I freeze card 7?"), new ChatResponse(new ChatMessage(ChatRole.Assistant, "Tap it.")) { FinishReason = ChatFinishReason.Stop });
        var unknown = string.Concat(stored.EntryId!.Select(c => c == '-' ? '-' : '7'));

        var held = await Call("report_missed_hit", ("question", "How do I freeze card 8?"), ("earlier", stored.EntryId!));
        var notHeld = await Call("report_missed_hit", ("question", "How do I freeze card 8?"), ("earlier", unknown));

        Assert.False(held.GetProperty("kept").GetBoolean());
        Assert.Equal(notHeld.ToString(), held.ToString());
    }

    [Fact]
    public async Task An_entry_id_that_is_empty_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Call("report_false_hit", ("entryId", " ")));

    private Dictionary<string, AIFunction> Functions() =>
        provider.GetRequiredService<ParsimonyFunctions>().AsAIFunctions().ToDictionary(f => f.Name, StringComparer.Ordinal);

    private async Task<JsonElement> Call(string name, params (string Name, object? Value)[] arguments) =>
        Assert.IsType<JsonElement>(await Functions()[name].InvokeAsync(new AIFunctionArguments(arguments.ToDictionary(a => a.Name, a => a.Value))));
}

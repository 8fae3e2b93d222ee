using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony.Tests.Orchestration;

public sealed class OptimizationOrchestratorTests : IAsyncDisposable
{
    private static readonly ChatMessage[] Question = FakeModel.Ask("How do I freeze my card?");
    private static readonly CallScope Clerk = new() { Agent = "clerk" };

    private readonly TestServices services = new();
    private ServiceProvider? provider;

    public async ValueTask DisposeAsync()
    {
        if (provider is not null)
        {
            await provider.DisposeAsync();
        }
    }

    [Fact]
    public async Task It_fits_an_agents_context_to_that_agents_budget()
    {
        var orchestrator = Build(o => o.Context.Agents["clerk"] = new AgentSpecialization { MaxContextTokens = 40 });
        ChatMessage[] conversation = [.. Enumerable.Range(0, 50).Select(i => new ChatMessage(ChatRole.User, $"Something of turn {i}."))];

        var fit = await orchestrator.OptimizeAgentContextAsync(conversation, scope: Clerk);
        var other = await orchestrator.OptimizeAgentContextAsync(conversation);

        Assert.InRange(fit.TokensAfter, 1, 40);
        Assert.True(fit.Dropped > 0);
        Assert.Same(conversation, other.Messages);
        Assert.Equal(40, orchestrator.RecommendContextSize("clerk"));
        Assert.Equal(128_000 - 4_096, orchestrator.RecommendContextSize(null));
    }

    [Fact]
    public async Task With_budgets_switched_off_a_context_stays_as_it_is()
    {
        var orchestrator = Build(o => (o.Context.MaxContextTokens, o.EnableBudget) = (10, false));
        ChatMessage[] conversation = [.. Enumerable.Range(0, 50).Select(i => new ChatMessage(ChatRole.User, $"Something of turn {i}."))];

        Assert.Same(conversation, (await orchestrator.OptimizeAgentContextAsync(conversation)).Messages);
    }

    [Fact]
    public void The_recommended_context_shrinks_with_memory_pressure_and_with_the_context_all_agents_hold()
    {
        var orchestrator = Build(o => (o.Context.MaxContextTokens, o.Memory.MaxContextTokensHeld) = (1_000, 10_000));
        Assert.Equal(1_000, orchestrator.RecommendContextSize("clerk"));

        provider!.GetRequiredService<MemoryMonitor>().Record(Clerk, 1, 9_000);
        Assert.InRange(orchestrator.RecommendContextSize("clerk"), 700, 800);

        Heap(1_000);
        Assert.InRange(orchestrator.RecommendContextSize("clerk"), 490, 510);
    }

    [Fact]
    public async Task It_stores_an_answer_and_gets_it_back_and_a_client_sees_the_same_entry()
    {
        var orchestrator = Build();
        Assert.Null(await orchestrator.GetCachedResponseAsync(Question, scope: Clerk));

        var stored = await orchestrator.StoreCachedResponseAsync(Question, Answer("In the app."), scope: Clerk);
        var hit = await orchestrator.GetCachedResponseAsync(Question, scope: Clerk);

        Assert.True(stored.Stored);
        Assert.Equal(("In the app.", stored.EntryId), (hit!.Response.Text, hit.EntryId));
        Assert.Null(await orchestrator.GetCachedResponseAsync(Question, scope: Clerk with { Tenant = "other" }));
        var model = new FakeModel();
        using var scope = CallScope.Begin(Clerk);
        Assert.Equal("In the app.", (await model.WithParsimony(provider!).GetResponseAsync(Question)).Text);
        Assert.Equal(0, model.Calls);
    }

    [Fact]
    public async Task A_clients_own_answer_is_found_and_stored_for_that_client_alone()
    {
        var orchestrator = Build();
        var model = new FakeModel();
        await model.WithParsimony(provider!).GetResponseAsync(Question);

        Assert.Null(await orchestrator.GetCachedResponseAsync(Question));
        Assert.Equal("fine", (await orchestrator.GetCachedResponseAsync(Question, client: model))!.Response.Text);
        Assert.True((await orchestrator.StoreCachedResponseAsync(Question, Answer("In the app."), client: model)).Stored);
        Assert.Null(await orchestrator.GetCachedResponseAsync(Question));
    }

    [Fact]
    public async Task A_reported_false_hit_is_never_served_again()
    {
        var orchestrator = Build();
        var stored = await orchestrator.StoreCachedResponseAsync(Question, Answer("Wrong."));

        Assert.True(await orchestrator.ReportFalseHitAsync(stored.EntryId!));

        Assert.Null(await orchestrator.GetCachedResponseAsync(Question));
        Assert.False(await orchestrator.ReportFalseHitAsync("no such entry"));
    }

    [Fact]
    public async Task With_the_cache_switched_off_nothing_is_kept_and_nothing_found()
    {
        var orchestrator = Build(o => o.EnableCache = false);

        Assert.Equal(DeclineReason.NotCacheable, (await orchestrator.StoreCachedResponseAsync(Question, Answer("In the app."))).Declined);
        Assert.Null(await orchestrator.GetCachedResponseAsync(Question));
        Assert.False(await orchestrator.ReportFalseHitAsync("any"));
        Assert.Null(orchestrator.GetStatus().Cache);
    }

    [Fact]
    public async Task It_says_when_an_agent_should_be_throttled_and_why()
    {
        var orchestrator = Build(o => o.Throttle.MaxConcurrentCalls = 1);
        Assert.False(orchestrator.ShouldThrottle("clerk"));

        using var busy = await provider!.GetRequiredService<IAgentGate>().EnterAsync(Clerk, default);

        Assert.True(orchestrator.ShouldThrottle("clerk", out var decision));
        Assert.Equal(ThrottleReason.Concurrency, decision.Reason);
        Assert.False(orchestrator.ShouldThrottle("scribe"));
    }

    [Fact]
    public async Task Its_events_tell_of_memory_hits_and_refusals_whichever_door_they_came_through()
    {
        var orchestrator = Build(o => o.EnableBudget = false);
        var seen = new List<string>();
        orchestrator.MemoryAlert += (_, e) => seen.Add($"memory {e.Level}");
        orchestrator.CacheHit += (_, e) => seen.Add($"hit {e.Tier}");
        orchestrator.AgentThrottled += (_, e) => seen.Add($"throttled {e.Scope.Agent}");
        var client = new FakeModel().WithParsimony(provider!);
        using var scope = CallScope.Begin(Clerk);

        await client.GetResponseAsync(Question);
        await client.GetResponseAsync(Question);
        Heap(990);
        await Assert.ThrowsAsync<AgentThrottledException>(() => client.GetResponseAsync(Question));

        Assert.Equal(["hit L1", "memory Critical", "throttled clerk"], seen);
    }

    [Fact]
    public async Task Maintenance_reads_memory_tidies_the_cache_and_looks_at_health()
    {
        var orchestrator = Build();
        Heap(900);

        var result = await orchestrator.RunMaintenanceAsync();

        Assert.True(result.CacheTidied);
        Assert.Equal((MemoryLevel.Warning, 59), (result.Memory.Level, result.Health.Score));
    }

    [Fact]
    public async Task Asking_for_health_raises_the_alerts_it_calls_for()
    {
        var sink = new FakeSink();
        services.Collection.AddSingleton<IAlertSink>(sink);
        var orchestrator = Build(o => o.Alerts.HealthScore = 80);
        Heap(900);

        await orchestrator.GetHealthAsync();

        Assert.Equal([AlertKind.MemoryWarning, AlertKind.Health], [(await sink.NextAsync()).Kind, (await sink.NextAsync()).Kind]);
    }

    [Fact]
    public void Its_status_shows_every_part()
    {
        var orchestrator = Build(o => o.Environment = "test");
        provider!.GetRequiredService<MemoryMonitor>().Record(Clerk, 100, 10);
        services.Time.Advance(TimeSpan.FromMinutes(1));

        var status = orchestrator.GetStatus();

        Assert.Equal(("test", TimeSpan.FromMinutes(1), services.Time.GetUtcNow()), (status.Environment, status.Uptime, status.At));
        Assert.Equal(FakeMemory.Limit, status.Memory.LimitBytes);
        Assert.Equal(0, status.Cache!.Lookups);
        Assert.Equal(0, status.Throttle!.Admitted);
        Assert.Equal(new AgentContext("clerk", 1, 100, 10), Assert.Single(status.Agents));
    }

    private OptimizationOrchestrator Build(Action<ParsimonyOptions>? configure = null) =>
        (provider = services.Build(configure)).GetRequiredService<OptimizationOrchestrator>();

    private void Heap(long bytes)
    {
        services.Memory.Heap = bytes;
        services.Time.Advance(TimeSpan.FromSeconds(1));
    }

    private static ChatResponse Answer(string text) => new(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop };
}

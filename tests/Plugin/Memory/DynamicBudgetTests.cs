using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Context;

namespace Parsimony.Tests.Memory;

/// <summary>The budget of an app with <c>AddParsimony</c> as its memory fills and empties.</summary>
public class DynamicBudgetTests
{
    private const int Most = 1_000;
    private readonly TestServices services = new();
    private readonly List<ChatMessage> messages =
        [.. Enumerable.Range(0, 200).Select(i => new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, $"Remark {i} of many")), new(ChatRole.User, "Well?")];

    [Theory]
    [InlineData(ContextMode.Relevance)]
    [InlineData(ContextMode.StablePrefix)]
    public async Task The_budget_shrinks_as_memory_fills_and_grows_back_once_it_has_emptied_by_a_step(ContextMode mode)
    {
        await using var provider = services.Build(o =>
        {
            o.Context.Mode = mode;
            o.Context.MaxContextTokens = Most;
        });
        var fitter = provider.GetRequiredService<ContextFitter>();

        ContextFit At(long heap)
        {
            services.Memory.Heap = heap;
            services.Time.Advance(TimeSpan.FromSeconds(1));
            var fit = fitter.Fit(messages, null, CallScope.Empty);
            Assert.True(fit.TokensAfter <= fit.Budget.Available);
            return fit;
        }

        Assert.Equal(Most, At(500).Budget.Available);
        Assert.Equal(Most, At(800).Budget.Available);
        Assert.InRange(At(900).Budget.Available, 749, 750);
        var least = At(1_000);
        Assert.Equal(Most / 2, least.Budget.Available);

        // Within the dead band of 0.05 nothing changes; below it the budget follows.
        Assert.Equal(Most / 2, At(960).Budget.Available);
        Assert.InRange(At(940).Budget.Available, 649, 650);
        Assert.InRange(At(900).Budget.Available, 649, 650);
        var back = At(400);
        Assert.Equal(Most, back.Budget.Available);
        Assert.True(back.TokensAfter > least.TokensAfter);
    }

    [Fact]
    public async Task A_reading_holds_for_the_sample_interval()
    {
        await using var provider = services.Build(o => o.Context.MaxContextTokens = Most);
        var fitter = provider.GetRequiredService<ContextFitter>();
        Assert.Equal(Most, fitter.GetBudget(null, CallScope.Empty).Available);

        services.Memory.Heap = 1_000;
        Assert.Equal(Most, fitter.GetBudget(null, CallScope.Empty).Available);
        services.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Most / 2, fitter.GetBudget(null, CallScope.Empty).Available);
    }

    [Fact]
    public async Task Budgets_shrink_from_the_apps_own_warning_threshold_on()
    {
        await using var provider = services.Build(o =>
        {
            o.Context.MaxContextTokens = Most;
            o.Memory.WarningThreshold = 0.5;
        });
        var fitter = provider.GetRequiredService<ContextFitter>();

        services.Memory.Heap = 500;
        Assert.Equal(Most, fitter.GetBudget(null, CallScope.Empty).Available);
        services.Memory.Heap = 750;
        services.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.InRange(fitter.GetBudget(null, CallScope.Empty).Available, 749, 750);
    }

    [Fact]
    public async Task With_memory_switched_off_as_a_cause_the_budget_stays()
    {
        await using var provider = services.Build(o =>
        {
            o.Context.MaxContextTokens = Most;
            o.Memory.MemoryShrinksBudgets = false;
        });
        services.Memory.Heap = 1_000;

        Assert.Equal(Most, provider.GetRequiredService<ContextFitter>().GetBudget(null, CallScope.Empty).Available);
    }
}

using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony.Tests.ChatClients;

public class ParsimonyChatClientBuilderExtensionsTests
{
    private readonly TestServices services = new();
    private readonly FakeModel model = new();

    [Fact]
    public async Task A_pipeline_from_the_provider_caches_outside_and_fits_inside_the_tool_loop()
    {
        await using var provider = services.Build();
        var client = model.AsBuilder().UseParsimony().UseFunctionInvocation().UseContextBudget().Build(provider);

        await client.GetResponseAsync("How do I freeze my card?");
        await client.GetResponseAsync("How do I freeze my card?");

        Assert.Equal(1, model.Calls);
        Assert.Empty(services.Logs.Warnings);
        Assert.IsType<ParsimonyChatClient>(client);
        Assert.NotNull(client.GetService<BudgetChatClient>());
    }

    [Fact]
    public async Task Every_Build_takes_the_parts_of_its_own_provider()
    {
        var builder = model.AsBuilder().UseParsimony().UseContextBudget();
        await using var first = services.Build();
        await using var second = new TestServices().Build();

        var one = builder.Build(first);
        var two = builder.Build(second);

        Assert.Same(first.GetRequiredService<ResponseCache>(), one.GetService<ResponseCache>());
        Assert.Same(second.GetRequiredService<ResponseCache>(), two.GetService<ResponseCache>());
    }

    [Fact]
    public async Task Parts_that_are_passed_need_no_provider()
    {
        await using var cache = new ResponseCache(new ResponseCacheOptions());
        var configured = new List<object>();
        var client = model.AsBuilder()
            .UseParsimony(cache, configured.Add)
            .UseContextBudget(new ContextFitter(new ContextBudgetOptions()), configured.Add)
            .Build();

        await client.GetResponseAsync("one");
        await client.GetResponseAsync("one");

        Assert.Equal(1, model.Calls);
        Assert.Equal([typeof(BudgetChatClient), typeof(ParsimonyChatClient)], configured.Select(c => c.GetType()));
    }

    [Fact]
    public void Without_parts_and_without_AddParsimony_it_says_what_to_call() =>
        Assert.Contains(
            "AddParsimony",
            Assert.Throws<InvalidOperationException>(() => model.AsBuilder().UseParsimony().Build()).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task Only_one_of_the_two_warns_once()
    {
        await using var provider = services.Build();
        await model.AsBuilder().UseParsimony().Build(provider).GetResponseAsync("one");
        Assert.Contains("UseContextBudget", Assert.Single(services.Logs.Warnings), StringComparison.Ordinal);

        var fitting = model.AsBuilder().UseContextBudget().Build(provider);
        await fitting.GetResponseAsync("one");
        await fitting.GetResponseAsync("two");
        Assert.Contains("UseParsimony", services.Logs.Warnings.Skip(1).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_above_the_tool_loop_is_warned_of()
    {
        await using var provider = services.Build();

        model.AsBuilder().UseParsimony().UseContextBudget().UseFunctionInvocation().Build(provider);

        Assert.Contains("above function invocation", Assert.Single(services.Logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_switched_off_is_left_out()
    {
        await using var provider = services.Build(o => (o.EnableCache, o.EnableThrottle, o.EnableBudget) = (false, false, false));

        Assert.Same(model, model.AsBuilder().UseParsimony().UseContextBudget().Build(provider));
    }
}

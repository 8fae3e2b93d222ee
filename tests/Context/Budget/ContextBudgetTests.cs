using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Budget;

public class ContextBudgetTests
{
    private static readonly ChatOptions WithTool = new()
    {
        Tools = [AIFunctionFactory.Create((string city, int days) => city + days, "forecast", "Says what the weather of a city will be.")],
    };

    [Fact]
    public void The_budget_is_the_window_less_the_reply()
    {
        var budget = Fitters.Default.GetBudget(null, CallScope.Empty);

        Assert.Equal(new ContextBudget(128_000, 4_096, 0, 123_904), budget);
    }

    [Fact]
    public void Tools_are_counted()
    {
        var budget = Fitters.Default.GetBudget(WithTool, CallScope.Empty);

        Assert.Equal(Fitters.Counter.CountTools(WithTool), budget.ToolTokens);
        Assert.True(budget.ToolTokens > 10);
        Assert.Equal(123_904 - budget.ToolTokens, budget.Available);
    }

    [Fact]
    public void The_output_limit_of_a_call_wins_over_the_reserve() =>
        Assert.Equal(128_000 - 77, Fitters.Default.GetBudget(new ChatOptions { MaxOutputTokens = 77 }, CallScope.Empty).Available);

    [Fact]
    public void An_output_limit_of_minus_one_means_none_and_leaves_the_reserve() =>
        Assert.Equal(128_000 - 4_096, Fitters.Default.GetBudget(new ChatOptions { MaxOutputTokens = -1 }, CallScope.Empty).Available);

    [Fact]
    public void The_longest_beginning_of_the_model_id_gives_the_window()
    {
        var fitter = new ContextFitter(new() { Models = { ["gpt-4"] = 8_192, ["gpt-4o"] = 100_000 } });

        Assert.Equal(100_000, fitter.GetBudget(new ChatOptions { ModelId = "GPT-4o-mini" }, CallScope.Empty).Window);
        Assert.Equal(8_192, fitter.GetBudget(null, new CallScope { Model = "gpt-4-0613" }).Window);
        Assert.Equal(128_000, fitter.GetBudget(new ChatOptions { ModelId = "gpt-3.5-turbo" }, CallScope.Empty).Window);
    }

    [Fact]
    public void The_smallest_cap_counts_and_includes_the_tools()
    {
        var fitter = new ContextFitter(new() { MaxContextTokens = 900, Agents = { ["Clerk"] = new() { MaxContextTokens = 400 } } });

        Assert.Equal(900, fitter.GetBudget(null, CallScope.Empty).Available);
        Assert.Equal(400, fitter.GetBudget(null, new CallScope { Agent = "clerk" }).Available);
        Assert.Equal(900 - Fitters.Counter.CountTools(WithTool), fitter.GetBudget(WithTool, CallScope.Empty).Available);
    }

    [Fact]
    public void A_fitted_request_with_tools_counts_no_more_than_the_cap()
    {
        var fitter = new ContextFitter(new() { MaxContextTokens = 300 });
        List<ChatMessage> messages = [Instructions("Rules."), .. Enumerable.Range(0, 30).Select(i => User(Filler(20, i))), User("Go.")];

        var fit = fitter.Fit(messages, WithTool, CallScope.Empty);

        Assert.Equal(Fitters.Counter.CountRequest(fit.Messages, WithTool), fit.TokensAfter);
        Assert.InRange(fit.TokensAfter, 200, 300);
    }

    [Theory]
    [InlineData(0.0, 1000)]
    [InlineData(0.8, 1000)]
    [InlineData(0.9, 700)]
    [InlineData(1.0, 400)]
    [InlineData(7.0, 400)]
    [InlineData(double.NaN, 1000)]
    public void Memory_pressure_above_the_warning_level_shrinks_the_budget_linearly(double pressure, int available)
    {
        var fitter = new ContextFitter(new() { MaxContextTokens = 1000, MinimumPressureShare = 0.4 }, pressure: new FixedPressure(pressure));

        Assert.InRange(fitter.GetBudget(null, CallScope.Empty).Available, available - 1, available);
    }

    [Fact]
    public void Memory_pressure_never_takes_what_must_stay()
    {
        List<ChatMessage> messages = [User(Filler(20)), Instructions(Filler(60)), User("Go on.")];
        var must = Fitters.Count(messages[1], messages[2]);
        var fitter = new ContextFitter(new() { MaxContextTokens = must + 5, MinimumPressureShare = 0.1 }, pressure: new FixedPressure(1));

        var fit = fitter.Fit(messages, null, CallScope.Empty);

        Assert.Equal([messages[1], messages[2]], fit.Messages);
        Assert.Equal(must, fit.Budget.Available);
    }

    private sealed class FixedPressure(double pressure) : IMemoryPressure
    {
        public double Pressure => pressure;
    }
}

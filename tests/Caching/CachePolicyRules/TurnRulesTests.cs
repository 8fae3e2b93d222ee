using Microsoft.Extensions.AI;
using static Parsimony.Caching.Tests.Plans;

namespace Parsimony.Caching.Tests.CachePolicyRules;

public sealed class TurnRulesTests
{
    private static readonly ChatOptions WithTools = new() { Tools = [AIFunctionFactory.Create(() => "done", "cancel_order")] };

    [Fact]
    public void A_question_for_this_moment_passes_the_cache_by() =>
        Assert.Equal(BypassReason.Freshness, Of("What is the weather right now?").BypassReason);

    [Fact]
    public void A_question_for_this_moment_may_be_kept_for_a_short_time()
    {
        var plan = Of("What is the weather right now?", configure: o => o.FreshnessHandling = SensitiveTurnHandling.ExactOnly);

        Assert.True(plan.IsCacheable);
        Assert.False(plan.AllowsSameAnswer);
        Assert.Equal(TimeSpan.FromMinutes(1), plan.Expiration);
    }

    [Fact]
    public void An_instruction_passes_the_cache_by_where_tools_can_act()
    {
        Assert.Equal(BypassReason.Action, Of("cancel my order", WithTools).BypassReason);
        Assert.True(Of("cancel my order").IsCacheable);
        Assert.True(Of("How do I cancel an order?", WithTools).IsCacheable);
        Assert.True(Of("cancel my order", WithTools, configure: o => o.PureTools.Add("cancel_order")).IsCacheable);
    }

    [Fact]
    public void Caching_tool_turns_does_not_make_instructions_repeatable() =>
        Assert.Equal(BypassReason.Action, Of("cancel my order", WithTools, configure: o => o.CacheToolTurns = true).BypassReason);

    [Fact]
    public void A_question_for_own_data_needs_a_user()
    {
        Assert.Equal(BypassReason.Personal, Of("What is my balance?").BypassReason);
        Assert.Equal(BypassReason.Personal, Of("What is my balance?", scope: new() { Tenant = "t" }).BypassReason);
        Assert.True(Of("What is my balance?", scope: new() { User = "u" }).IsCacheable);
    }

    [Fact]
    public void The_strictest_handling_wins()
    {
        var plan = Of(
            "What is my balance right now?",
            scope: new() { User = "u" },
            configure: o => (o.FreshnessHandling, o.PersonalHandling) = (SensitiveTurnHandling.ExactOnly, SensitiveTurnHandling.Bypass));

        Assert.Equal(BypassReason.Personal, plan.BypassReason);
    }

    [Fact]
    public void An_app_may_switch_the_rules_off()
    {
        static void Off(ResponseCacheOptions o) => o.FreshnessHandling = o.ActionHandling = o.PersonalHandling = SensitiveTurnHandling.Cache;

        Assert.True(Of("What is my balance right now?", configure: Off).AllowsSameAnswer);
        Assert.True(Of("cancel my order", WithTools, configure: Off).AllowsSameAnswer);
    }
}

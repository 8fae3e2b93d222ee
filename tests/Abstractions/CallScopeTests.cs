using Microsoft.Extensions.AI;

namespace Parsimony.Abstractions.Tests;

public class CallScopeTests
{
    [Fact]
    public void Without_a_scope_nothing_is_said()
    {
        Assert.Same(CallScope.Empty, CallScope.Current);
        Assert.Equal(new CallScope(), CallScope.Current);
    }

    [Fact]
    public void A_scope_holds_until_it_is_disposed_and_fills_up_from_the_one_around_it()
    {
        using (CallScope.Begin(new CallScope { Tenant = "acme", User = "ann" }))
        {
            using (CallScope.Begin(new CallScope { User = "bob", Agent = "desk" }))
            {
                Assert.Equal(new CallScope { Tenant = "acme", User = "bob", Agent = "desk" }, CallScope.Current);
            }

            Assert.Equal(new CallScope { Tenant = "acme", User = "ann" }, CallScope.Current);
        }

        Assert.Same(CallScope.Empty, CallScope.Current);
    }

    [Fact]
    public async Task A_scope_flows_into_awaited_work_and_not_out_of_it()
    {
        using var outer = CallScope.Begin(new CallScope { Tenant = "acme" });
        await Inner();
        Assert.Null(CallScope.Current.Agent);

        static async Task Inner()
        {
            Assert.Equal("acme", CallScope.Current.Tenant);
            _ = CallScope.Begin(new CallScope { Agent = "inner" });
            await Task.Yield();
            Assert.Equal("inner", CallScope.Current.Agent);
        }
    }

    [Fact]
    public void A_scope_attached_to_the_options_is_stronger_than_the_ambient_one()
    {
        using var ambient = CallScope.Begin(new CallScope { Tenant = "acme", Agent = "ambient", Model = "m0" });
        var options = new ChatOptions().WithCallScope(new CallScope { Agent = "attached" });

        Assert.Equal(new CallScope { Tenant = "acme", Agent = "attached", Model = "m0" }, options.ResolveCallScope());
    }

    [Fact]
    public void The_model_of_the_options_wins()
    {
        var options = new ChatOptions { ModelId = "m2" }.WithCallScope(new CallScope { Model = "m1" });

        Assert.Equal("m2", options.ResolveCallScope().Model);
        Assert.Equal(CallScope.Empty, ((ChatOptions?)null).ResolveCallScope());
    }

    [Fact]
    public void An_attached_scope_survives_the_cloning_of_options()
    {
        var scope = new CallScope { Tenant = "acme" };

        Assert.Equal(scope, new ChatOptions().WithCallScope(scope).Clone().ResolveCallScope());
    }
}

using static Parsimony.Caching.Tests.Plans;

namespace Parsimony.Caching.Tests.Keys;

public sealed class ScopeKeyTests
{
    [Fact]
    public void Tenants_users_agents_and_models_never_share_by_accident()
    {
        CallScope[] scopes =
        [
            CallScope.Empty,
            new() { Tenant = "a" }, new() { Tenant = "b" }, new() { Tenant = "" },
            new() { User = "a" }, new() { User = "b" },
            new() { Agent = "a" }, new() { Agent = "b" },
            new() { Model = "a" }, new() { Model = "b" },
            new() { Tenant = "a", User = "b" }, new() { Tenant = "ab" }, new() { Tenant = "b", User = "a" },
        ];

        Assert.Equal(scopes.Length, scopes.Select(s => Of("q", scope: s).Key).Distinct().Count());
        Assert.Equal(scopes.Length, scopes.Select(s => Of("q", scope: s).Partition).Distinct().Count());
    }

    [Fact]
    public void Tenants_are_kept_apart_in_every_partition_that_an_app_can_declare()
    {
        foreach (var history in Enum.GetValues<HistoryScope>())
        {
            void Configure(ResponseCacheOptions o)
            {
                o.HistoryScope = history;
                o.AgentGroups["x"] = "group";
            }

            var one = Of([Sys("s"), User("a"), Assistant("b"), User("q")], scope: new() { Tenant = "a", Agent = "x" }, configure: Configure);
            var other = Of([Sys("s"), User("a"), Assistant("b"), User("q")], scope: new() { Tenant = "b", Agent = "x" }, configure: Configure);
            Assert.NotEqual(one.Partition, other.Partition);
        }
    }

    [Fact]
    public void A_session_is_no_part_of_the_key() => Assert.Equal(Of("q").Key, Of("q", scope: new() { Session = "s" }).Key);

    [Fact]
    public void A_model_named_by_the_scope_is_the_model_named_by_the_options() =>
        Assert.Equal(Of("q", new() { ModelId = "m" }).Key, Of("q", scope: new() { Model = "m" }).Key);

    [Fact]
    public void A_new_version_of_the_prompts_makes_new_keys() =>
        Assert.NotEqual(Of("q", configure: o => o.TemplateVersion = "1").Key, Of("q", configure: o => o.TemplateVersion = "2").Key);
}

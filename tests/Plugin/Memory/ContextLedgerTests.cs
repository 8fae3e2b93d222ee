using FsCheck;
using FsCheck.Fluent;
using Parsimony.Testing;

namespace Parsimony.Tests.Memory;

public class ContextLedgerTests
{
    private readonly ManualTimeProvider time = new();
    private readonly MemoryOptions options = new() { ContextRetention = TimeSpan.FromMinutes(10) };
    private readonly ContextLedger ledger;

    public ContextLedgerTests() => ledger = new ContextLedger(options, time);

    [Fact]
    public void The_newest_request_of_a_session_replaces_the_one_before()
    {
        ledger.Add(Of("clerk", "1"), 100, 10);
        ledger.Add(Of("clerk", "1"), 300, 30);

        Assert.Equal((300, 30), (ledger.Bytes, ledger.Tokens));
    }

    [Fact]
    public void An_agents_sessions_add_up_and_the_largest_agent_comes_first()
    {
        ledger.Add(Of("clerk", "1"), 100, 10);
        ledger.Add(Of("CLERK", "2"), 100, 10);
        ledger.Add(Of("scribe", "1"), 500, 50);

        Assert.Equal([new AgentContext("scribe", 1, 500, 50), new AgentContext("clerk", 2, 200, 20)], ledger.ByAgent());
    }

    [Fact]
    public void Sessions_of_two_tenants_are_two_sessions()
    {
        ledger.Add(Of("clerk", "1") with { Tenant = "a" }, 100, 10);
        ledger.Add(Of("clerk", "1") with { Tenant = "b" }, 100, 10);

        Assert.Equal(200, ledger.Bytes);
    }

    [Fact]
    public void A_session_is_forgotten_when_it_was_not_renewed_for_the_retention_time()
    {
        ledger.Add(Of("clerk", "1"), 100, 10);
        time.Advance(TimeSpan.FromMinutes(9));
        ledger.Add(Of("clerk", "2"), 100, 10);
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(100, ledger.Bytes);
        Assert.Equal(1, Assert.Single(ledger.ByAgent()).Sessions);
    }

    [Fact]
    public void It_says_when_an_agent_will_be_below_its_limit()
    {
        ledger.Add(Of("clerk", "1"), 100, 10);
        time.Advance(TimeSpan.FromMinutes(2));
        ledger.Add(Of("clerk", "2"), 100, 10);
        time.Advance(TimeSpan.FromMinutes(2));
        ledger.Add(Of("clerk", "3"), 100, 10);

        Assert.Equal((300, TimeSpan.FromMinutes(8)), ledger.Held("clerk", 150));
        Assert.Equal((300, TimeSpan.Zero), ledger.Held("clerk", 300));
    }

    [Fact]
    public void It_never_holds_more_records_than_its_bound()
    {
        for (var i = 0; i < ContextLedger.MaxRecords + 5; i++)
        {
            ledger.Add(Of("clerk", $"{i}"), 1, 1);
        }

        Assert.Equal(ContextLedger.MaxRecords, ledger.Tokens);
    }

    [Fact]
    public void Its_totals_are_those_of_a_plain_list_whatever_happens() =>
        Prop.ForAll(
            Gen.Choose(0, 2).SelectMany(agent => Gen.Choose(0, 3), (agent, session) => (agent, session))
                .SelectMany(_ => Gen.Choose(0, 900), (who, seconds) => (who.agent, who.session, seconds)).ListOf().ToArbitrary(),
            steps =>
            {
                var clock = new ManualTimeProvider();
                var fresh = new ContextLedger(options, clock);
                var plain = new Dictionary<(int, int), (long Bytes, DateTimeOffset At)>();
                foreach (var (agent, session, seconds) in steps)
                {
                    clock.Advance(TimeSpan.FromSeconds(seconds));
                    fresh.Add(Of($"{agent}", $"{session}"), seconds, 1);
                    plain[(agent, session)] = (seconds, clock.GetUtcNow());
                }

                var living = plain.Values.Where(v => clock.GetUtcNow() - v.At < options.ContextRetention).ToArray();
                return fresh.Bytes == living.Sum(v => v.Bytes) && fresh.Tokens == living.Length && fresh.ByAgent().Sum(a => a.Bytes) == fresh.Bytes;
            }).QuickCheckThrowOnFailure();

    private static CallScope Of(string agent, string session) => new() { Agent = agent, Session = session };
}

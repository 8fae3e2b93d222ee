using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Tests.Desk;

public class SessionPlanTests
{
    private static readonly IReadOnlyList<DeskTurn> Turns = SessionPlan.Cut(ZipfOrder.Draw(DeskFixture.Messages, 1_000, seed: 3), seed: 3);

    [Fact]
    public void Sessions_have_one_to_six_turns_in_the_order_of_the_stream()
    {
        var sessions = Turns.GroupBy(turn => turn.Session).ToList();

        Assert.Equal(Enumerable.Range(0, 1_000), Turns.Select(turn => turn.Number));
        Assert.Equal(Enumerable.Range(0, sessions.Count), sessions.Select(session => session.Key));
        Assert.All(sessions, session => Assert.Equal(Enumerable.Range(0, session.Count()), session.Select(turn => turn.Place)));
        Assert.Equal([1, 2, 3, 4, 5, 6], sessions.SkipLast(1).Select(session => session.Count()).Distinct().Order());
    }

    [Fact]
    public void A_session_never_holds_messages_of_two_tenants()
    {
        var turns = SessionPlan.Cut([.. Enumerable.Range(0, 200).Select(i => new CustomerMessage($"m{i}", "a") { Tenant = $"t{i / 5}" })], seed: 1);

        Assert.All(turns.GroupBy(turn => turn.Session), session => Assert.Single(session.Select(turn => turn.Message.Tenant).Distinct()));
    }

    [Fact]
    public void A_message_that_brings_its_own_past_begins_a_session()
    {
        var turns = SessionPlan.Cut([.. Enumerable.Range(0, 50).Select(i => new CustomerMessage($"m{i}", "a") { History = i % 3 == 0 ? [new("user", "before")] : null })], seed: 1);

        Assert.All(turns.Where(turn => turn.Number % 3 == 0), turn => Assert.Equal(0, turn.Place));
    }
}

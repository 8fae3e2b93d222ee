using Microsoft.Extensions.AI;
using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Tests.Desk;

public class DeskHistoryTests
{
    [Fact]
    public void It_grows_by_what_was_said_and_looked_up_and_begins_anew_with_a_session()
    {
        var history = new DeskHistory();
        var lookups = 0;
        for (var place = 0; place < 6; place++)
        {
            var turn = new DeskTurn(place, 7, place, new($"question {place}", "a"));
            history.BeginTurn(turn);
            Assert.Equal((2 * place) + lookups, history.Messages.Count);
            history.EndTurn(turn, $"reply {place}");
            lookups += AccountLookups.At(7, place).Count();
        }

        history.BeginTurn(new(6, 8, 0, new("question", "a")));

        Assert.Empty(history.Messages);
    }

    [Fact]
    public void The_past_that_a_message_brings_is_where_its_session_starts()
    {
        var history = new DeskHistory();

        history.BeginTurn(new(0, 0, 0, new("and the second one?", "a") { History = [new("user", "first?"), new("assistant", "yes")] }));

        Assert.Equal([ChatRole.User, ChatRole.Assistant], history.Messages.Select(message => message.Role));
        Assert.Equal("first?", history.Messages[0].Text);
    }
}

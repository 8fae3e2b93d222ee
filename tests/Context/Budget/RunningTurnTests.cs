using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Budget;

public class RunningTurnTests
{
    private static readonly string Huge = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"row {i}: value {i * 7919 % 1000}\n"));

    [Fact]
    public void One_huge_tool_result_is_shortened_and_marked_and_defeats_nothing()
    {
        Assert.True(Huge.Length > 500_000);
        List<ChatMessage> messages = [Instructions("Rules."), User("Old talk."), Assistant("Indeed."), User("Read the table."), Calls("a"), Result("a", Huge)];

        var fit = Fitters.Default.Fit(messages, 2000);

        Assert.InRange(Fitters.Count(fit.Messages), 1500, 2000);
        Assert.Same(messages[4], fit.Messages[^2]);
        Assert.Contains(" of 30000 lines;", TextOf(fit.Messages[^1]), StringComparison.Ordinal);
        Assert.Contains("\nrow 0: value 0 [x30000]\n", TextOf(fit.Messages[^1]), StringComparison.Ordinal);
        Assert.EndsWith("\nrow 29999: value 81", TextOf(fit.Messages[^1]), StringComparison.Ordinal);
        Assert.Equal(0, Orphans.Count(fit.Messages));
        Assert.Equal(ContextDecision.Shortened, fit.Items[^1].Decision);
    }

    [Fact]
    public void A_shortened_result_keeps_what_the_question_asks_for()
    {
        var table = Huge.Replace("row 15000:", "row 15000: the violin of Ms Abernathy,", StringComparison.Ordinal);

        var fit = Fitters.Default.Fit([User("What does the table say about Abernathy's violin?"), Calls("a"), Result("a", table)], 400);

        Assert.Contains("Abernathy", TextOf(fit.Messages[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_running_turn_stays_before_all_that_is_older_however_relevant()
    {
        List<ChatMessage> messages =
        [
            User("The weather in Oslo is fine, the weather in Oslo is cold."), Assistant("Weather in Oslo, yes."),
            User("What is the weather in Oslo?"), Calls("a"), Result("a", Filler(80)), Assistant("One moment."), Calls("b"), Result("b", Filler(80)),
        ];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages.Skip(2)));

        Assert.Equal(messages.Skip(2), fit.Messages);
    }

    [Fact]
    public void The_longest_results_give_first()
    {
        List<ChatMessage> messages = [User("Go."), Calls("a", "b"), Result("a", Filler(30)), Result("b", Filler(2000))];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages[0], messages[1], messages[2]) + 200);

        Assert.Same(messages[2], fit.Messages[2]);
        Assert.NotSame(messages[3], fit.Messages[3]);
    }

    [Fact]
    public void Of_a_long_tool_loop_the_oldest_calls_go_and_the_newest_stays()
    {
        List<ChatMessage> messages =
            [User("Work."), .. Enumerable.Range(0, 50).SelectMany(i => new[] { Calls($"c{i}"), Result($"c{i}", Filler(300, i)) })];

        var fit = Fitters.Default.Fit(messages, 1500);

        Assert.InRange(Fitters.Count(fit.Messages), 1000, 1500);
        Assert.Equal(0, Orphans.Count(fit.Messages));
        Assert.Equal(messages[^2], fit.Messages[^2]);
        Assert.Equal(messages.Where(fit.Messages.Contains).Count(), fit.Messages.Count(messages.Contains));
    }

    [Fact]
    public void What_went_long_ago_plays_no_part_however_many_rounds_there_were()
    {
        var rounds = Enumerable.Range(0, 20_000).Select(i => new[] { Calls($"c{i}"), Result($"c{i}", Filler(i % 90, i)) }).ToList();

        var fit = Fitters.Default.Fit([User("Work."), .. rounds.SelectMany(r => r)], 3_000);
        var ofNewest = Fitters.Default.Fit([User("Work."), .. rounds.TakeLast(500).SelectMany(r => r)], 3_000);

        Assert.Equal(ofNewest.Messages.Select(TextOf), fit.Messages.Select(TextOf));
        Assert.InRange(Fitters.Count(fit.Messages), 2_800, 3_000);
        Assert.Equal(0, Orphans.Count(fit.Messages));
    }

    [Fact]
    public void Of_a_long_turn_without_results_the_newest_messages_stay()
    {
        List<ChatMessage> messages = [User("Discuss."), Calls("a"), Result("a", Filler(30)), .. Enumerable.Range(0, 3_000).Select(i => Assistant(Filler(20, i)))];

        var fit = Fitters.Default.Fit(messages, 1_000);

        Assert.InRange(Fitters.Count(fit.Messages), 900, 1_000);
        Assert.Equal(messages.TakeLast(fit.Messages.Count - 1), fit.Messages.Skip(1));
    }

    [Fact]
    public void Parallel_calls_with_results_in_one_message_or_several_stay_together()
    {
        var both = new ChatMessage(ChatRole.Tool, [new FunctionResultContent("a", Filler(40)), new FunctionResultContent("b", Filler(40))]);
        List<ChatMessage> old = [User("Look up two."), Calls("a", "b"), both, Calls("c", "d"), Result("c", Filler(40)), Result("d", Filler(40)), Assistant("Done.")];
        List<ChatMessage> messages = [.. old, User("Thanks, and now?")];

        for (var budget = Fitters.Count(messages[^1]); budget < Fitters.Count(messages); budget += 7)
        {
            var fit = Fitters.Default.Fit(messages, budget);
            Assert.Equal(0, Orphans.Count(fit.Messages));
            Assert.True(Fitters.Count(fit.Messages) <= budget);
        }
    }

    [Fact]
    public void Calls_whose_results_never_came_go_when_something_has_to()
    {
        List<ChatMessage> messages = [User("Look."), Calls("lost"), User("Look again."), Result("never-asked", "what"), Assistant(Filler(60)), User("So?")];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages) - 1);

        Assert.Equal([messages[0], messages[2], messages[4], messages[5]], fit.Messages);
        Assert.Equal(2, fit.Items.Count(i => i.Decision == ContextDecision.Orphaned));
    }

    [Fact]
    public void A_cap_on_tool_results_holds_in_requests_that_fit_too()
    {
        var fitter = new ContextFitter(new() { ToolResultMaxTokens = 100 });
        List<ChatMessage> messages = [User("Read."), Calls("a"), Result("a", Huge), User("Well?"), Calls("b"), Result("b", "short")];

        var fit = fitter.Fit(messages, null, CallScope.Empty);

        Assert.Equal(messages.Count, fit.Messages.Count);
        Assert.InRange(TokenCounter.O200kBase.Count(TextOf(fit.Messages[2])), 50, 100);
        Assert.Same(messages[5], fit.Messages[5]);
        Assert.True(fit.TokensBefore > 100_000);
        Assert.Equal(Fitters.Count(fit.Messages), fit.TokensAfter);
    }

    [Fact]
    public void What_a_service_might_send_in_place_of_the_shortened_text_is_left_behind()
    {
        var message = new ChatMessage(ChatRole.Tool, [new FunctionResultContent("a", Filler(2000)) { RawRepresentation = "raw" }])
        {
            RawRepresentation = "raw", MessageId = "m1", AuthorName = "tool",
        };

        var shortened = Fitters.Default.Fit([User("Go."), Calls("a"), message], 200).Messages[^1];

        Assert.Null(shortened.RawRepresentation);
        Assert.Null(shortened.Contents[0].RawRepresentation);
        Assert.Equal(("m1", "tool", "a"), (shortened.MessageId, shortened.AuthorName, ((FunctionResultContent)shortened.Contents[0]).CallId));
        Assert.Equal("raw", message.RawRepresentation);
    }
}

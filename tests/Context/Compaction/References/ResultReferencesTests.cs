using Microsoft.Extensions.AI;
using static Parsimony.Context.Tests.Messages;

namespace Parsimony.Context.Tests.Compaction.References;

public class ResultReferencesTests
{
    private static readonly string File = string.Concat(Enumerable.Range(0, 60).Select(i => $"line of code {(char)('a' + (i % 26))}{(char)('a' + (i / 26))} calls something();\n"));

    [Fact]
    public void Of_results_that_are_the_same_the_newest_stays_whole()
    {
        List<ChatMessage> messages = [User("Read."), Calls("a"), Result("a", File), User("Again."), Calls("b"), Result("b", File), Assistant("Yes."), User("Well?")];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages) * 3 / 4);

        Assert.Equal("[same as the result of look_up({\"key\":\"b\"}) further below]", TextOf(fit.Messages[2]));
        Assert.Same(messages[5], fit.Messages[5]);
        Assert.Equal(8, fit.Messages.Count);
    }

    [Fact]
    public void A_result_that_differs_in_a_few_lines_says_in_which()
    {
        var changed = File.Replace("line of code kb", "LINE OF CODE KB", StringComparison.Ordinal);
        List<ChatMessage> messages = [User("Read."), Calls("a"), Result("a", File), User("Again."), Calls("b"), Result("b", changed), User("Well?")];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages) * 3 / 4);

        Assert.Equal(
            "[same as the result of look_up({\"key\":\"b\"}) further below, but for 1 of 60 lines, which read here:]\nline of code kb calls something();",
            TextOf(fit.Messages[2]));
    }

    [Fact]
    public void A_result_of_the_running_turn_is_referred_to()
    {
        List<ChatMessage> messages = [User("Read."), Calls("a"), Result("a", File), User("Once more."), Calls("b"), Result("b", File)];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages) * 2 / 3);

        Assert.StartsWith("[same as", TextOf(fit.Messages[2]), StringComparison.Ordinal);
        Assert.Same(messages[5], fit.Messages[5]);
    }

    [Fact]
    public void A_loop_that_reads_the_same_again_and_again_refers_to_the_last()
    {
        List<ChatMessage> messages = [User("Work."), .. Enumerable.Range(0, 6).SelectMany(i => new[] { Calls($"c{i}"), Result($"c{i}", File) })];

        var fit = Fitters.Default.Fit(messages, Fitters.Count(messages) / 2);

        Assert.Equal(messages.Count, fit.Messages.Count);
        Assert.Equal(5, fit.Messages.Count(m => TextOf(m).StartsWith("[same as", StringComparison.Ordinal)));
        Assert.Same(messages[^1], fit.Messages[^1]);
    }

    [Fact]
    public void What_is_not_in_the_request_whole_is_not_referred_to()
    {
        List<ChatMessage> messages =
            [User("Read."), Calls("a"), Result("a", File), Calls("b"), Result("b", File), .. Enumerable.Range(0, 6).Select(i => User(Filler(40, i))), User("filler31 filler62")];

        for (var budget = 60; budget < Fitters.Count(messages); budget += 40)
        {
            var texts = Fitters.Default.Fit(messages, budget).Messages.Select(TextOf).ToList();
            Assert.True(!texts.Exists(t => t.StartsWith("[same as", StringComparison.Ordinal)) || texts.Contains(File));
        }
    }

    [Fact]
    public void Switched_off_nothing_refers()
    {
        List<ChatMessage> messages = [User("Read."), Calls("a"), Result("a", File), Calls("b"), Result("b", File), User("Well?")];

        var fit = new ContextFitter(new() { DisabledCompactors = { ContextCompactors.References } }).Fit(messages, Fitters.Count(messages) * 3 / 4);

        Assert.DoesNotContain(fit.Messages, m => TextOf(m).StartsWith("[same as", StringComparison.Ordinal));
    }
}

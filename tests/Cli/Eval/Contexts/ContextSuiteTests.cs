using Parsimony.Context;

namespace Parsimony.Cli.Tests;

public class ContextSuiteTests
{
    [Fact]
    public async Task Reports_the_example_as_computed_by_hand()
    {
        var report = await Tool.EvaluateAsync("context", Examples.PathOf("context.jsonl"));

        // 20 turns of 11 tokens each (next test): 220 tokens, so 5 % hold 1 turn, 10 % 2, 25 % 5 and 50 % 10. The first question has one
        // turn as evidence, found at once: 100 % each time. The second has four, the only ones about a kiln: 1, 2, 4 and 4 of them fit.
        // Means: (100 + 25) / 2, (100 + 50) / 2, 100, 100.
        Json.Equal(
            """{"conversations":1,"questions":2,"recall":{"5":62.5,"10":75,"25":100,"50":100}}""",
            Json.Without(report, "microsPerFit"));
    }

    [Fact]
    public void The_example_is_what_the_hand_computation_says()
    {
        var counter = new ChatTokenCounter(TokenCounter.O200kBase);
        var turns = Assert.Single(ConversationFile.Read(Examples.PathOf("context.jsonl"))).Turns;
        Assert.Equal(20, turns.Count);
        Assert.All(turns, turn => Assert.Equal(11, counter.CountMessage(turn)));
    }

    [Fact]
    public async Task The_question_takes_nothing_from_the_turns()
    {
        // A question longer than all turns together: 5 % still hold one turn.
        var longQuestion = string.Join(' ', Enumerable.Repeat("Where, oh where, does the ferry wait?", 100));
        var text = File.ReadAllText(Examples.PathOf("context.jsonl")).Replace("Where does the ferry wait?", longQuestion, StringComparison.Ordinal);
        using var file = new InputFile(text);
        var report = await Tool.EvaluateAsync("context", file.Path);
        Assert.Equal(62.5, report.GetProperty("recall").GetProperty("5").GetDouble());
    }

    [Fact]
    public async Task Turns_that_must_stay_and_do_not_fit_are_named()
    {
        using var file = new InputFile("""{"id":"c","turns":[{"id":"1","role":"system","text":"Be kind."}],"questions":[{"text":"q","evidence":["1"]}]}""");
        var run = await Tool.RunAsync("eval", "context", file.Path);
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("line 1: what must stay does not fit into 5 % of the conversation", run.Error, StringComparison.Ordinal);
    }
}

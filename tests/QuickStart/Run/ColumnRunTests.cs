using Microsoft.Extensions.AI;
using Parsimony.QuickStart.Columns;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;
using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Tests.Run;

public class ColumnRunTests
{
    private static readonly IReadOnlyList<DeskTurn> Turns =
    [
        new(0, 0, 0, new("pay?", "pay")),
        new(1, 0, 1, new("pay, then?", "pay")),
        new(2, 1, 0, new("refund?", "refund")),
    ];

    [Fact]
    public async Task A_replay_is_wrong_where_it_was_made_for_another_answer_and_right_where_it_was_not()
    {
        var result = await RunAsync(new ReplayingColumn("[pay] Do."));

        Assert.Equal([HitKind.None, HitKind.Exact, HitKind.Exact], result.Turns.Select(turn => turn.Hit));
        Assert.Equal([false, false, true], result.Turns.Select(turn => turn.WrongFromCache));
        Assert.Equal([true, true, false], result.Turns.Select(turn => turn.Correct));
        Assert.Equal((1, 1, 0), (result.WrongFromCache, result.WrongExactHits, result.ReplayedMistakes));
    }

    [Fact]
    public async Task A_mistake_of_the_model_that_is_replayed_for_the_right_question_is_not_the_caches()
    {
        var result = await RunAsync(new ReplayingColumn("[refund] Do."));

        Assert.Equal((1, 1), (result.WrongFromCache, result.ReplayedMistakes));
        Assert.Equal([false, false, true], result.Turns.Select(turn => turn.Correct));
    }

    [Fact]
    public async Task A_reply_that_came_from_nowhere_counts_as_wrong()
    {
        var column = new ReplayingColumn("[pay] Do.") { Stored = "[pay] Do." };

        var result = await RunAsync(column);

        Assert.Equal(3, result.WrongExactHits);
    }

    [Fact]
    public async Task A_turn_that_fails_is_named_and_the_run_goes_on()
    {
        var column = new ReplayingColumn("[pay] Do.");
        column.Model.Failure = new InvalidOperationException("no model");

        var result = await RunAsync(column);

        Assert.Equal(3, result.Turns.Count);
        Assert.Equal("turn 1: InvalidOperationException: no model", result.Errors.First());
        Assert.Equal((0, 0), (result.Correct, result.ExactHits));
    }

    [Fact]
    public async Task A_model_that_fails_turn_after_turn_ends_its_column()
    {
        var column = new ReplayingColumn("[pay] Do.");
        column.Model.Failure = new InvalidOperationException("no model");

        var result = await RunAsync(column, [.. Enumerable.Range(0, 20).Select(i => new DeskTurn(i, i, 0, new("pay?", "pay")))]);

        Assert.Equal(5, result.Turns.Count);
        Assert.EndsWith("5 in a row, the column ends here", result.Errors.Last(), StringComparison.Ordinal);
    }

    private static async Task<ColumnResult> RunAsync(Column column, IReadOnlyList<DeskTurn>? turns = null)
    {
        await using (column)
        {
            return await new ColumnRun(turns ?? Turns, new Progress(TextWriter.Null, TimeProvider.System)).RunAsync(column, CancellationToken.None);
        }
    }

    /// <summary>Asks the model once and replays its reply ever after, whatever is asked.</summary>
    private sealed class ReplayingColumn : Column
    {
        public ReplayingColumn(string reply)
            : this(new ScriptedChatClient(reply))
        {
        }

        private ReplayingColumn(ScriptedChatClient model)
            : base("replay", new ModelDoor(model, budget: null)) => Model = model;

        public ScriptedChatClient Model { get; }

        public string? Stored { get; set; }

        public override string Explanation => "replays";

        public override Func<CancellationToken, IAsyncEnumerable<string>> Prepare(DeskTurn turn, IReadOnlyList<ChatMessage> history) => AskAsync;

        private async IAsyncEnumerable<string> AskAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return Stored ??= (await Door.GetResponseAsync([new(ChatRole.User, "x")], options: null, cancellationToken)).Text;
        }
    }
}

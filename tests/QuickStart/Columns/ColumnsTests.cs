using Parsimony.QuickStart.Columns;

namespace Parsimony.QuickStart.Tests.Columns;

/// <summary>The whole way: the desk's own files through the columns that each build has.</summary>
public class ColumnsTests
{
    [Fact]
    public async Task With_everything_each_message_is_one_call()
    {
        var result = await ColumnFixture.RunAsync(new NothingColumn(ColumnFixture.Prompt, ColumnFixture.Door(null)));

        Assert.Empty(result.Errors);
        Assert.Equal((ColumnFixture.Turns.Count, 0), (result.ModelCalls, result.ExactHits + result.SameAnswerHits));
        Assert.All(result.Turns, turn => Assert.True(turn.PromptTokens >= 4 * ColumnFixture.Budget));
        Assert.InRange(result.Correct, ColumnFixture.Turns.Count / 2, ColumnFixture.Turns.Count);
    }

    [Fact]
    public async Task Plain_retrieval_never_exceeds_the_budget_and_nearly_fills_it()
    {
        var result = await ColumnFixture.RunAsync(new Bm25Column(ColumnFixture.Prompt, ColumnFixture.Door(ColumnFixture.Budget), ColumnFixture.Budget));

        Assert.Empty(result.Errors);
        Assert.Empty(result.Exceeded);
        Assert.All(result.Turns, turn => Assert.InRange(turn.PromptTokens, ColumnFixture.Budget - 500, ColumnFixture.Budget));
    }

    [Fact]
    public Task Parsimony_through_a_chat_client_answers_repeats_from_its_cache_never_wrongly_and_within_the_budget() =>
        ColumnFixture.CheckParsimonyAsync(directory => new ParsimonyClientColumn(ColumnFixture.Prompt, ColumnFixture.Door(ColumnFixture.Budget), new(ColumnFixture.Budget, directory)));
}

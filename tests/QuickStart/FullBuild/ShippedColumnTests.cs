using Parsimony.QuickStart.Columns;
using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Tests.Columns;

public class ShippedColumnTests
{
    [Fact]
    public async Task It_keeps_the_whole_handbook_and_replays_the_very_same_requests()
    {
        var everything = await ColumnFixture.RunAsync(new NothingColumn(ColumnFixture.Prompt, ColumnFixture.Door(budget: null)));
        var shipped = await ColumnFixture.RunAsync(new ShippedColumn(ColumnFixture.Prompt, ColumnFixture.Door(budget: null)));

        Assert.Empty(shipped.Errors);
        Assert.Equal(everything.Correct, shipped.Correct);
        Assert.True(shipped.ExactHits > 0);
        Assert.All(shipped.Turns.Where(turn => turn.Hit == HitKind.None), turn => Assert.True(turn.PromptTokens >= 4 * ColumnFixture.Budget));
        Assert.Equal((0, 0), (shipped.SameAnswerHits, shipped.WrongFromCache));
    }
}

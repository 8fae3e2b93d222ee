using Parsimony.QuickStart.Columns;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;
using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Tests.Columns;

/// <summary>A short stream with repeats over the desk's own files.</summary>
internal static class ColumnFixture
{
    public static DeskPrompt Prompt { get; } = new(DeskFixture.Articles);

    public static int Budget { get; } = Contenders.ContextTokens(Prompt) / 4;

    public static IReadOnlyList<DeskTurn> Turns { get; } = SessionPlan.Cut(ZipfOrder.Draw([.. DeskFixture.Messages.Take(60)], 120, seed: 5), seed: 5);

    public static ModelDoor Door(int? budget) => new(new HandbookChatClient(DeskFixture.Reader, new ModelSpeed(1e9), TimeProvider.System), budget);

    public static async Task<ColumnResult> RunAsync(Column column)
    {
        await using (column)
        {
            return await new ColumnRun(Turns, new Progress(TextWriter.Null, TimeProvider.System)).RunAsync(column, CancellationToken.None);
        }
    }

    /// <summary>What holds through whichever door the app comes: one call for each text, every other turn a hit, none wrong, all within the budget.</summary>
    public static async Task CheckParsimonyAsync(Func<string, Column> create)
    {
        var directory = Directory.CreateTempSubdirectory("quickstart-test-");
        try
        {
            var result = await RunAsync(create(directory.FullName));

            Assert.Empty(result.Errors);
            Assert.Empty(result.Exceeded);
            Assert.Equal(0, result.WrongFromCache);
            Assert.Equal(Turns.Select(turn => turn.Message.Text).Distinct().Count(), result.ModelCalls);
            Assert.Equal(Turns.Count - result.ModelCalls, result.ExactHits + result.SameAnswerHits);
            Assert.All(result.Turns, turn => Assert.Equal(turn.Hit == HitKind.None, turn.Tier is null));
            Assert.Contains(result.Remarks, remark => remark.StartsWith("Hits by tier: L1", StringComparison.Ordinal));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}

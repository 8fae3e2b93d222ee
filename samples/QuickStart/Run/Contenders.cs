using Parsimony.Context;
using Parsimony.QuickStart.Columns;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Run;

/// <summary>Runs the four columns, one after the other, over the same turns.</summary>
internal sealed class Contenders(DeskPrompt prompt, ModelSource models, IReadOnlyList<DeskTurn> turns, Progress progress)
{
    /// <summary>Counts what a request has before anyone has said anything: the rules and the whole handbook.</summary>
    public static int ContextTokens(DeskPrompt prompt) =>
        new ChatTokenCounter(TokenCounter.O200kBase).CountRequest([prompt.System, .. prompt.Documents], options: null);

    public async Task<IReadOnlyList<RunColumn>> RunAsync(int budget, bool noCache, CancellationToken cancellationToken)
    {
        var cacheDirectory = Directory.CreateTempSubdirectory("parsimony-quickstart-");
        try
        {
            var columns = new List<RunColumn>
            {
                await RunAsync(new NothingColumn(prompt, models.Open(budget: null)), cancellationToken),
                await RunAsync(BuildParts.CreateShipped(prompt, () => models.Open(budget: null)), cancellationToken),
                await RunAsync(new Bm25Column(prompt, models.Open(budget), budget), cancellationToken),
                await RunAsync(BuildParts.CreateParsimony(prompt, models.Open(budget), new(budget, cacheDirectory.FullName, !noCache)), cancellationToken),
            };
            return columns;
        }
        finally
        {
            cacheDirectory.Delete(recursive: true);
        }
    }

    private async Task<RunColumn> RunAsync(Column? column, CancellationToken cancellationToken)
    {
        if (column is null)
        {
            return new(BuildParts.ShippedTitle, null);
        }

        await using (column)
        {
            return new(column.Title, await new ColumnRun(turns, progress).RunAsync(column, cancellationToken));
        }
    }
}

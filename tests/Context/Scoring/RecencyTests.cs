namespace Parsimony.Context.Tests.Scoring;

public class RecencyTests
{
    [Fact]
    public void It_halves_every_two_items_and_passes_documents_by() =>
        Assert.Equal(
            [0.25, 0, Math.Pow(0.5, 1.5), 0.5, 0, Math.Sqrt(0.5), 1],
            Recency.Score(
            [
                Item(ContextItemKind.Turn), Item(ContextItemKind.Document), Item(ContextItemKind.ToolGroup), Item(ContextItemKind.Turn),
                Item(ContextItemKind.Document), Item(ContextItemKind.Turn), Item(ContextItemKind.Turn),
            ]));

    private static ScoredItem Item(ContextItemKind kind) => new(kind, [], 10);
}

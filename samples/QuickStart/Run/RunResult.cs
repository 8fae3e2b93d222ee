namespace Parsimony.QuickStart.Run;

/// <summary>A whole run: all columns over one stream.</summary>
/// <param name="Build">The build's name, and what is absent from it.</param>
/// <param name="Source">What was served: the bundled messages or a file.</param>
/// <param name="Model">The model.</param>
/// <param name="IsLive">Whether the model is a real one.</param>
/// <param name="BudgetTokens">The budget in tokens.</param>
/// <param name="ContextTokens">The tokens of the rules and the whole handbook.</param>
/// <param name="Options">What was asked.</param>
/// <param name="Columns">The columns; the first one is the one with everything and no cache.</param>
internal sealed record RunResult(
    string Build, string Source, string Model, bool IsLive, int BudgetTokens, int ContextTokens, QuickStartOptions Options, IReadOnlyList<RunColumn> Columns)
{
    /// <summary>Gets the column that sends everything.</summary>
    public ColumnResult Everything => Columns[0].Result!;

    public IEnumerable<ColumnResult> Results => Columns.Select(column => column.Result).OfType<ColumnResult>();

    /// <summary>Gets what makes the run a failure: a wrong exact hit, a budget that was exceeded, a turn without an answer.</summary>
    public IEnumerable<string> Failures =>
    [
        .. Results.Where(column => column.WrongExactHits > 0).Select(column => $"{column.Title}: {column.WrongExactHits} exact hits were wrong"),
        .. Results.SelectMany(column => column.Exceeded.Select(sentence => $"{column.Title}: {sentence}")),
        .. Results.SelectMany(column => column.Errors.Select(error => $"{column.Title}: {error}")),
    ];
}

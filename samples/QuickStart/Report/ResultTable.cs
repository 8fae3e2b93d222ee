using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Report;

/// <summary>The table of the run: what each row says of each column.</summary>
internal static class ResultTable
{
    public const string Absent = "full build";

    /// <summary>Makes the rows, the heads first.</summary>
    /// <param name="run">The run. A column that this build does not have is <see langword="null"/> there.</param>
    /// <returns>Rows of equal length, the label first.</returns>
    public static IReadOnlyList<string[]> Rows(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var everything = run.Everything;
        return
        [
            ["", .. run.Columns.Select(column => column.Title)],
            Row("model calls", column => Number(column.ModelCalls)),
            Row("exact hits", column => Number(column.ExactHits)),
            Row("same-answer hits", column => Number(column.SameAnswerHits)),
            Row("wrong answers served from the cache", column => Number(column.WrongFromCache)),
            Row("correct answers", column => Share(column.Correct, column.Turns.Count)),
            Row("  of those right with everything", column => Share(column.StillCorrect(everything), everything.Correct)),
            Row("prompt tokens", column => Number(column.PromptTokens)),
            Row("  compared with nothing", column => Percent(column.PromptTokens, everything.PromptTokens)),
            Row("added latency p50 / p99, ms", column => $"{Milliseconds(column.Added(0.5))} / {Milliseconds(column.Added(0.99))}"),
            Row("the model's own time, s", column => Number((long)column.ModelTime(run.IsLive).TotalSeconds)),
            Row("cost, $", column => run.Options.Cost(column).ToString("n2")),
        ];

        string[] Row(string label, Func<ColumnResult, string> cell) =>
            [label, .. run.Columns.Select(column => column.Result is { } result ? cell(result) : Absent)];
    }

    /// <summary>Writes rows as text, columns aligned.</summary>
    public static string ToText(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(row => row[i].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))));
    }

    private static string Number(long value) => value.ToString("n0");

    private static string Percent(long part, long whole) => whole == 0 ? "-" : ((double)part / whole).ToString("p1");

    private static string Share(long part, long whole) => $"{Number(part)} ({Percent(part, whole)})";

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.00");
}

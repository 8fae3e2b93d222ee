using System.Text;
using Parsimony.Caching;
using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Report;

/// <summary>The run as one page that needs nothing beside it: table, charts, remarks.</summary>
internal static class HtmlReport
{
    private const string Style =
        """
        body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
        h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
        th,td{padding:.3rem .6rem;border-bottom:1px solid #ddd;text-align:right;font-variant-numeric:tabular-nums}
        th:first-child,td:first-child{text-align:left;white-space:pre}thead th{border-bottom:2px solid #888}
        figure{margin:1.5rem 0}figcaption{font-weight:600;margin-bottom:.3rem}svg{width:100%;height:auto}
        svg text{font:13px system-ui,sans-serif;fill:#222}.grid{stroke:#ddd;stroke-width:1}.failed{color:#b00020}
        """;

    public static string Write(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>Parsimony QuickStart</title>")
            .Append($"<style>{Style}</style></head><body><h1>Parsimony QuickStart</h1>")
            .Append($"<p>{Markup.Text($"{run.Build}. {run.Everything.Turns.Count:n0} messages of {run.Source}; model: {run.Model}; budget: {run.BudgetTokens:n0} of {run.ContextTokens:n0} tokens.")}</p>");
        Table(html, ResultTable.Rows(run));
        Charts(html, run);
        html.Append("<h2>Remarks</h2><ul>");
        foreach (var remark in Remarks.Of(run))
        {
            html.Append($"<li>{Markup.Text(remark)}</li>");
        }

        foreach (var failure in run.Failures)
        {
            html.Append($"<li class=\"failed\">{Markup.Text(failure)}</li>");
        }

        return html.Append("</ul></body></html>\n").ToString();
    }

    private static void Table(StringBuilder html, IReadOnlyList<string[]> rows)
    {
        html.Append("<table><thead><tr>").AppendJoin("", rows[0].Select(cell => $"<th>{Markup.Text(cell)}</th>")).Append("</tr></thead><tbody>");
        foreach (var row in rows.Skip(1))
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Markup.Text(cell)}</td>")).Append("</tr>");
        }

        html.Append("</tbody></table>");
    }

    private static void Charts(StringBuilder html, RunResult run)
    {
        var columns = run.Columns.Select((column, i) => (column.Result, Colour: Palette.Of(i))).Where(column => column.Result is not null)
            .Select(column => (Result: column.Result!, column.Colour)).ToList();
        html.Append("<h2>Charts</h2>")
            .Append(BarChart.Draw("Prompt tokens", [.. columns.Select(c => new Bar(c.Result.Title, c.Result.PromptTokens, Markup.Figure(c.Result.PromptTokens), c.Colour))]))
            .Append(BarChart.Draw("Cost in US dollars", [.. columns.Select(c => Cost(c.Result, c.Colour))]))
            .Append(BarChart.Draw("Correct answers", [.. columns.Select(c => new Bar(c.Result.Title, c.Result.Correct, Markup.Figure(c.Result.Correct), c.Colour))]))
            .Append(LineChart.Draw("Prompt tokens, summed up over the run", "messages", [.. columns.Select(c => new Line(c.Result.Title, SummedUp(c.Result), c.Colour))]));
        foreach (var (result, colour) in columns.Where(column => column.Result.Turns.Any(turn => turn.Tier is not null)))
        {
            html.Append(BarChart.Draw($"{result.Title}: who answered", [.. Answerers(result, colour)]));
        }

        Bar Cost(ColumnResult result, string colour)
        {
            var cost = run.Options.Cost(result);
            return new(result.Title, (double)cost, cost.ToString("n2"), colour);
        }
    }

    private static IEnumerable<Bar> Answerers(ColumnResult result, string colour)
    {
        foreach (var tier in Enum.GetValues<CacheTier>())
        {
            yield return new($"cache, {tier}", result.HitsIn(tier), Markup.Figure(result.HitsIn(tier)), colour);
        }

        yield return new("the model", result.ModelCalls, Markup.Figure(result.ModelCalls), Palette.Of(0));
    }

    private static List<double> SummedUp(ColumnResult result)
    {
        var sum = 0.0;
        return [.. result.Turns.Select(turn => sum += turn.PromptTokens)];
    }
}

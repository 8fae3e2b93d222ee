using System.Text;

namespace Parsimony.QuickStart.Report;

/// <summary>Bars side by side, lying, each with its figure.</summary>
internal static class BarChart
{
    private const int Width = 720;
    private const int LabelWidth = 130;
    private const int FigureWidth = 120;
    private const int RowHeight = 30;

    public static string Draw(string title, IReadOnlyList<Bar> bars)
    {
        var longest = Math.Max(bars.Select(bar => bar.Value).DefaultIfEmpty().Max(), double.Epsilon);
        var height = (bars.Count * RowHeight) + 8;
        var svg = new StringBuilder($"<figure><figcaption>{Markup.Text(title)}</figcaption><svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Markup.Text(title)}\">");
        for (var i = 0; i < bars.Count; i++)
        {
            var (top, bar) = ((i * RowHeight) + 4, bars[i]);
            var length = Math.Max(1, bar.Value / longest * (Width - LabelWidth - FigureWidth));
            svg.Append($"<text x=\"{LabelWidth - 8}\" y=\"{top + 16}\" text-anchor=\"end\">{Markup.Text(bar.Label)}</text>")
                .Append($"<rect x=\"{LabelWidth}\" y=\"{top}\" width=\"{Markup.Number(length)}\" height=\"{RowHeight - 8}\" fill=\"{bar.Colour}\"/>")
                .Append($"<text x=\"{Markup.Number(LabelWidth + length + 8)}\" y=\"{top + 16}\">{Markup.Text(bar.Figure)}</text>");
        }

        return svg.Append("</svg></figure>").ToString();
    }
}

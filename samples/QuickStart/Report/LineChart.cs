using System.Text;

namespace Parsimony.QuickStart.Report;

/// <summary>Lines over the requests of a run, with a scale at the left and the name of each line in a legend.</summary>
internal static class LineChart
{
    private const int Width = 720;
    private const int Height = 300;
    private const int Left = 70;
    private const int Right = 16;
    private const int Top = 34;
    private const int Bottom = 28;
    private const int MostPoints = 300;
    private const int LegendStep = 150;
    private const int ScaleSteps = 4;

    public static string Draw(string title, string steps, IReadOnlyList<Line> lines)
    {
        var count = lines.Max(line => line.Values.Count);
        var highest = Math.Max(lines.SelectMany(line => line.Values).DefaultIfEmpty().Max(), 1);
        var svg = new StringBuilder($"<figure><figcaption>{Markup.Text(title)}</figcaption><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Markup.Text(title)}\">");
        for (var i = 0; i <= ScaleSteps; i++)
        {
            var value = highest * i / ScaleSteps;
            svg.Append($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(value)}\" y2=\"{Y(value)}\" class=\"grid\"/>")
                .Append($"<text x=\"{Left - 8}\" y=\"{Y(value)}\" dy=\"4\" text-anchor=\"end\">{Markup.Figure(value)}</text>");
        }

        for (var i = 0; i < lines.Count; i++)
        {
            svg.Append($"<polyline fill=\"none\" stroke=\"{lines[i].Colour}\" stroke-width=\"2\" points=\"{Points(lines[i])}\"/>")
                .Append($"<rect x=\"{Left + (i * LegendStep)}\" y=\"8\" width=\"12\" height=\"12\" fill=\"{lines[i].Colour}\"/>")
                .Append($"<text x=\"{Left + (i * LegendStep) + 18}\" y=\"18\">{Markup.Text(lines[i].Label)}</text>");
        }

        return svg.Append($"<text x=\"{Width - Right}\" y=\"{Height - 6}\" text-anchor=\"end\">{Markup.Text(steps)}: {Markup.Figure(count)}</text></svg></figure>").ToString();

        string Points(Line line)
        {
            var every = Math.Max(1, line.Values.Count / MostPoints);
            return string.Join(' ', line.Values.Select((value, i) => (value, i))
                .Where(point => point.i % every == 0 || point.i == line.Values.Count - 1)
                .Select(point => $"{X(point.i)},{Y(point.value)}"));
        }

        string X(int step) => Markup.Number(Left + ((Width - Left - Right) * (double)step / Math.Max(1, count - 1)));

        string Y(double value) => Markup.Number(Height - Bottom - ((Height - Top - Bottom) * value / highest));
    }
}

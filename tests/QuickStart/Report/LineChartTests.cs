using System.Xml.Linq;
using Parsimony.QuickStart.Report;

namespace Parsimony.QuickStart.Tests.Report;

public class LineChartTests
{
    [Fact]
    public void A_long_line_is_thinned_out_and_keeps_its_ends()
    {
        var values = Enumerable.Range(0, 10_000).Select(i => (double)i).ToList();

        var chart = XElement.Parse(LineChart.Draw("t", "steps", [new("a", values, "#000")]));

        var points = chart.Descendants("polyline").Single().Attribute("points")!.Value.Split(' ');
        Assert.InRange(points.Length, 300, 310);
        Assert.Equal(("70,272", "704,34"), (points[0], points[^1]));
    }

    [Fact]
    public void A_single_value_is_drawn_without_dividing_by_nothing()
    {
        Assert.DoesNotContain("NaN", LineChart.Draw("t", "steps", [new("a", [0], "#000")]), StringComparison.Ordinal);
    }
}

using System.Globalization;
using System.Xml.Linq;
using Parsimony.QuickStart.Report;

namespace Parsimony.QuickStart.Tests.Report;

public class BarChartTests
{
    [Fact]
    public void Bars_are_as_long_as_their_values_are_large()
    {
        var chart = XElement.Parse(BarChart.Draw("t", [new("a", 100, "100", "#000"), new("b", 25, "25", "#111"), new("c", 0, "0", "#222")]));

        var widths = chart.Descendants("rect").Select(rect => double.Parse(rect.Attribute("width")!.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(widths[0] / 4, widths[1], precision: 1);
        Assert.Equal(1, widths[2]);
    }

    [Fact]
    public void No_value_at_all_draws_no_infinite_bar()
    {
        Assert.DoesNotContain("NaN", BarChart.Draw("t", [new("a", 0, "0", "#000")]), StringComparison.Ordinal);
    }
}

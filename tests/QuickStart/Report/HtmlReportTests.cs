using System.Xml.Linq;
using Parsimony.Caching;
using Parsimony.QuickStart.Report;
using Parsimony.QuickStart.Run;
using Parsimony.QuickStart.Tests.Run;

namespace Parsimony.QuickStart.Tests.Report;

public class HtmlReportTests
{
    private static readonly ColumnResult Hostile = RunFixture.Column(
        "<script>alert('x')</script> & \"co\"",
        RunFixture.Asked(true),
        RunFixture.Replayed(HitKind.Exact, correct: true, tier: CacheTier.L1)) with { Remarks = ["a < b & c > d"], Exceeded = ["1 > 0 </li>"] };

    [Fact]
    public void It_is_well_formed_whatever_the_texts_hold()
    {
        var page = Parse(RunFixture.Of(Hostile, null, Hostile));

        Assert.Empty(page.Descendants("script"));
        Assert.Contains(page.Descendants("li"), item => item.Value.EndsWith("a < b & c > d", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("li"), item => item.Value.EndsWith("1 > 0 </li>", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("th"), head => head.Value == Hostile.Title);
    }

    [Fact]
    public void It_draws_tokens_cost_answers_their_sum_over_time_and_who_answered()
    {
        var page = Parse(RunFixture.Of(RunFixture.Column("plain", RunFixture.Asked(true)), Hostile));

        Assert.Equal(5, page.Descendants("svg").Count());
        Assert.Equal(2, page.Descendants("polyline").Count());
    }

    [Fact]
    public void It_needs_nothing_beside_it()
    {
        var page = Parse(RunFixture.Of(Hostile));

        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "href");
    }

    // HTML with every tag closed is XML, but for its first line.
    private static XElement Parse(RunResult run)
    {
        var html = HtmlReport.Write(run);
        return XElement.Parse(html[html.IndexOf("<html", StringComparison.Ordinal)..]);
    }
}

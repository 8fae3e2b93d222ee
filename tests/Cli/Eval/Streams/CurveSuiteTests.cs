namespace Parsimony.Cli.Tests;

public class CurveSuiteTests
{
    [Fact]
    public async Task Every_setting_has_its_figures_and_a_larger_budget_serves_no_less()
    {
        var report = await Tool.EvaluateAsync("curve", Examples.PathOf("stream.jsonl"));

        Assert.Equal((10, 2), (report.GetProperty("requests").GetInt32(), report.GetProperty("opportunities").GetInt32()));
        Assert.Equal(9, report.GetProperty("judge").EnumerateObject().Count());
        Assert.Equal(10, report.GetProperty("cosine").EnumerateObject().Count());
        foreach (var curve in new[] { "judge", "cosine" })
        {
            var hits = report.GetProperty(curve).EnumerateObject().Select(p => p.Value.GetProperty("sameAnswerHits").GetInt32()).ToList();
            Assert.Equal(hits.Order(), hits);
        }
    }
}

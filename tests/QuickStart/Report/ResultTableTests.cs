using Parsimony.QuickStart.Report;
using Parsimony.QuickStart.Run;
using Parsimony.QuickStart.Tests.Run;

namespace Parsimony.QuickStart.Tests.Report;

public class ResultTableTests
{
    private static readonly RunResult Run = RunFixture.Of(
        RunFixture.Column("nothing", RunFixture.Asked(true), RunFixture.Asked(false)),
        null,
        RunFixture.Column("cached", RunFixture.Asked(true), RunFixture.Replayed(HitKind.Exact, correct: true)));

    [Fact]
    public void Each_row_has_a_cell_for_each_column_and_says_what_is_absent()
    {
        var rows = ResultTable.Rows(Run);

        Assert.All(rows, row => Assert.Equal(4, row.Length));
        Assert.All(rows.Skip(1), row => Assert.Equal(ResultTable.Absent, row[2]));
        Assert.Equal(["model calls", "2", ResultTable.Absent, "1"], rows[1]);
        Assert.Contains(rows, row => row[0] == "wrong answers served from the cache" && row[3] == "0");
    }

    [Fact]
    public void The_text_is_aligned()
    {
        var lines = ResultTable.ToText(ResultTable.Rows(Run)).Split('\n');

        Assert.Single(lines.Select(line => line.Length).Distinct());
    }
}

namespace Parsimony.Context.Tests.Compaction.Logs;

public class LineMaskTests
{
    [Theory]
    [InlineData("2024-05-01 10:00:00.123 ok", "2024-12-31 23:59:59.9 ok")]
    [InlineData("served 7f3a-91bc in 12 ms", "served 00ff-1 in 4,711 ms")]
    [InlineData("from 10.0.0.1:80", "from 192.168.17.4:8080")]
    public void Times_ids_and_numbers_do_not_tell_lines_apart(string left, string right) => Assert.Equal(LineMask.Of(left), LineMask.Of(right));

    [Theory]
    [InlineData("user ann logged in", "user bob logged in")]
    [InlineData("took 5 ms", "took 5 s")]
    [InlineData("a 1 2", "a 1")]
    public void Words_do(string left, string right) => Assert.NotEqual(LineMask.Of(left), LineMask.Of(right));
}

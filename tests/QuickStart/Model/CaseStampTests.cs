using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Tests.Model;

public class CaseStampTests
{
    [Theory]
    [InlineData("[a] Yes. (case 12)", 12)]
    [InlineData("[a] As said (case 3) before. (case 12)\n", 12)]
    [InlineData("[a] As said (case 3) before.", null)]
    [InlineData("", null)]
    public void The_stamp_at_the_end_counts(string reply, int? expected) => Assert.Equal(expected, CaseStamp.Read(reply));

    [Fact]
    public void What_is_written_is_read() => Assert.Equal(1_234_567, CaseStamp.Read("yes" + CaseStamp.For(1_234_567)));
}

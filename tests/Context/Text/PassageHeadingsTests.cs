namespace Parsimony.Context.Tests.Text;

public class PassageHeadingsTests
{
    [Fact]
    public void A_kept_passage_keeps_its_heading()
    {
        var fitted = TextFitter.FitText(Texts.Document(100), 200, "topic57", Texts.Counter);

        Assert.Contains("## Chapter 5\n", fitted, StringComparison.Ordinal);
        Assert.Contains("topic57.", fitted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# One\n\ntext.\n\nmore.", "-1 0 0")]
    [InlineData("Set up\n\ntext.\n\nUse\n\nmore.", "-1 0 -1 2")]
    [InlineData("A sentence.\n\nAnother one.\n\n#hash", "-1 -1 -1")]
    public void The_nearest_heading_before_a_passage_is_its_own(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', PassageHeadings.Find(text, PassageSplitter.Split(text, 20, Texts.Counter))));
}

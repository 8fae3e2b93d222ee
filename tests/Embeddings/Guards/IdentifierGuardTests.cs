namespace Parsimony.Embeddings.Tests;

public class IdentifierGuardTests
{
    private static readonly IdentifierGuard Guard = new();

    [Theory]
    [InlineData("Where is order INV-2024-001?", "What happened to my order INV-2024-001")]
    [InlineData("Where is inv-2024?", "Where is INV2024?")]
    [InlineData("mail bob@example.com", "please mail Bob@Example.com.")]
    [InlineData("open https://example.com/a?b=1", "how do I open https://example.com/a?b=1?")]
    [InlineData("my iPhone broke", "my iphone is broken")]
    [InlineData("what does getUser do", "getUser: what is it for?")]
    [InlineData("and/or", "or")]
    [InlineData("24/7 support", "support 24/7")]
    [InlineData("e.g. a card", "for example a card")]
    [InlineData("20GB of data", "20 GB of data")]
    [InlineData("It works, right?", "right, it works...")]
    [InlineData("a 30-day trial", "a trial of 30 days")]
    [InlineData("an 8-year-old child", "a child of 8 years")]
    [InlineData("my wi-fi is slow", "my wifi is slow")]
    [InlineData("Wait... what?!", "What?")]
    public void The_same_names_pass(string left, string right) => Check(false, left, right);

    [Theory]
    [InlineData("Where is order INV-2024-001?", "Where is order INV-2024-002?")]
    [InlineData("Where is order A17?", "Where is order A18?")]
    [InlineData("Where is order A17?", "Where is order A171?")]
    [InlineData("seat 17E", "seat 17F")]
    [InlineData("part 44-IN", "part 44-OUT")]
    [InlineData("Where is my order A17?", "Where is my order?")]
    [InlineData("mail bob@example.com", "mail rob@example.com")]
    [InlineData("mail bob@example.com", "mail bob@example.org")]
    [InlineData("open https://example.com/a", "open https://example.com/b")]
    [InlineData("open https://example.com/a", "open https://example.com/a/b")]
    [InlineData("delete /srv/a", "delete /srv/b")]
    [InlineData("delete C:\\temp\\a", "delete C:\\temp\\b")]
    [InlineData("open report.pdf", "open summary.pdf")]
    [InlineData("rename a.txt to b.txt", "rename b.txt to a.txt")]
    [InlineData("what does getUser do", "what does setUser do")]
    [InlineData("what is max_tokens", "what is max_length")]
    [InlineData("ticket #123", "ticket #124")]
    [InlineData("JIRA-12", "JIRA-13")]
    [InlineData("the --force option", "the --dry-run option")]
    [InlineData("what does := mean", "what does ::= mean")]
    [InlineData("== in JavaScript", "=== in JavaScript")]
    [InlineData("learn C#", "learn C++")]
    [InlineData("System.Text.Json", "System.Text.Xml")]
    [InlineData("b/a/a.txt", "c/a/a.txt")]
    [InlineData("std::vector", "std::list")]
    public void Other_names_are_refused(string left, string right) => Check(true, left, right);

    private static void Check(bool refuses, string left, string right)
    {
        Assert.Equal(refuses, Guard.Refuses(left, right));
        Assert.Equal(refuses, Guard.Refuses(right, left));
    }
}

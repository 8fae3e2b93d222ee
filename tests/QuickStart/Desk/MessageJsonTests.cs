using Parsimony.QuickStart.Desk;

namespace Parsimony.QuickStart.Tests.Desk;

public class MessageJsonTests
{
    [Fact]
    public void A_line_may_name_a_tenant_and_a_history()
    {
        var message = Assert.Single(Load("""{"text":"and now?","answer":"x","tenant":"t","history":[{"role":"user","text":"hi"}],"selfContained":false}"""));

        Assert.Equal(("and now?", "x", "t", new EarlierTurn("user", "hi")), (message.Text, message.Answer, message.Tenant, Assert.Single(message.History!)));
    }

    [Theory]
    [InlineData("""{"text":"no answer"}""")]
    [InlineData("""{"text":""")]
    public void A_line_that_is_no_message_is_named_by_its_number(string line)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Load("""{"text":"a","answer":"b"}""" + "\n" + line));

        Assert.Contains("line 2", refusal.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<CustomerMessage> Load(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            return MessageJson.Load(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

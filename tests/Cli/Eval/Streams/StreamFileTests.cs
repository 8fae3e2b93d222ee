namespace Parsimony.Cli.Tests;

public class StreamFileTests
{
    [Fact]
    public void Reads_tenant_and_history_and_ignores_other_members()
    {
        using var file = new InputFile("""
            {"text":"b?","answer":"B","tenant":"t","history":[{"role":"user","text":"a?"},{"role":"assistant","text":"A"}],"selfContained":false,"x":{}}
            {"text":"c?","answer":"C","tenant":null}
            """);
        var requests = StreamFile.Read(file.Path);
        Assert.Equal(["user a?", "assistant A", "user b?"], requests[0].Messages.Select(message => $"{message.Role} {message.Text}"));
        Assert.Equal(["t", null], requests.Select(request => request.Tenant));
        Assert.Equal(["B", "C"], requests.Select(request => request.Answer));
        Assert.Single(requests[1].Messages);
    }

    [Theory]
    [InlineData("{\"answer\":\"A\"}", "line 1: \"text\" is missing")]
    [InlineData("{\"text\":\"a\",\"answer\":\"\"}", "line 1: \"answer\" is empty")]
    [InlineData("{\"text\":\"a\",\"answer\":\"A\",\"history\":[{\"role\":\"user\"}]}", "line 1: \"history[0].text\" is missing")]
    [InlineData("{\"text\":\"a\",\"answer\":\"A\",\"tenant\":7}", "line 1: \"tenant\" must be a text")]
    public void Says_what_is_wrong_where(string text, string message)
    {
        using var file = new InputFile(text);
        Assert.Contains(message, Assert.Throws<InputException>(() => StreamFile.Read(file.Path)).Message, StringComparison.Ordinal);
    }
}

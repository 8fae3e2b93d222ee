namespace Parsimony.Cli.Tests;

public class JsonLinesTests
{
    [Fact]
    public void Names_the_line_that_is_not_JSON()
    {
        Fails("{\"turns\":[]}\n\n{\"a\":", "line 3: it is not JSON");
    }

    [Fact]
    public void Names_the_line_that_is_another_kind_of_JSON()
    {
        Fails("[1]\n", "line 1: it is not a JSON object");
    }

    [Fact]
    public void Says_that_a_file_is_empty()
    {
        Fails("\r\n  \r\n", ": it is empty");
    }

    [Fact]
    public void Names_the_member_that_is_missing_or_of_another_type_by_its_path()
    {
        Fails("{\"turns\":[{\"id\":\"a\"},{}]}", "line 1: \"turns[1].id\" is missing");
        Fails("{\"turns\":[{\"id\":7}]}", "line 1: \"turns[0].id\" must be a text");
        Fails("{\"turns\":[{\"id\":\"\"}]}", "line 1: \"turns[0].id\" is empty");
        Fails("{\"turns\":[\"a\"]}", "line 1: \"turns[0]\" must be an object");
        Fails("{\"turns\":{}}", "line 1: \"turns\" must be a list");
    }

    [Fact]
    public void Names_a_text_with_half_a_surrogate_pair()
    {
        Fails("{\"turns\":[{\"id\":\"\\ud83d\"}]}", "line 1: \"turns[0].id\" holds half of a surrogate pair");
    }

    private static void Fails(string text, string message)
    {
        using var file = new InputFile(text);
        var fault = Assert.Throws<InputException>(() => JsonLines.Read(file.Path).Sum(line => line.Items("turns").Sum(turn => turn.Label("id").Length)));
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith(file.Path, fault.Message, StringComparison.Ordinal);
    }
}

using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Cli.Tests;

public class RecordedCaseFileTests
{
    [Fact]
    public void Reads_names_parts_and_images()
    {
        var request = Read("""
            {"model":"gpt-4o","expected":7,"messages":[{"role":"user","name":"ada","content":[{"type":"text","text":"hi"},
            {"type":"image_url","image_url":{"url":"data:image/png;base64,AAAA","detail":"low"}},{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]}]}
            """);
        var message = Assert.Single(request.Messages);
        Assert.Equal("ada", message.AuthorName);
        Assert.Equal("hi", Assert.IsType<TextContent>(message.Contents[0]).Text);
        Assert.Equal("low", Assert.IsType<DataContent>(message.Contents[1]).AdditionalProperties!["detail"]);
        Assert.Equal("https://example.com/a.png", Assert.IsType<UriContent>(message.Contents[2]).Uri.ToString());
        Assert.Equal((CaseKind.Images, 7, "gpt-4o"), (request.Kind, request.Expected, request.Options.ModelId));
    }

    [Fact]
    public void Reads_tool_calls_and_their_results()
    {
        var request = Read("""
            {"model":"m","expected":1,"messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{\"x\": [1]}"}}]},
            {"role":"tool","tool_call_id":"c1","content":"done"}]}
            """);
        var call = Assert.IsType<FunctionCallContent>(Assert.Single(request.Messages[0].Contents));
        Assert.Equal(("c1", "f", "[1]"), (call.CallId, call.Name, ((JsonElement)call.Arguments!["x"]!).GetRawText()));
        var result = Assert.IsType<FunctionResultContent>(Assert.Single(request.Messages[1].Contents));
        Assert.Equal(("c1", "done"), (result.CallId, result.Result));
        Assert.Equal(CaseKind.Text, request.Kind);
    }

    [Fact]
    public void Survives_arguments_that_are_not_JSON()
    {
        var request = Read("""{"model":"m","expected":1,"messages":[{"role":"assistant","content":"","function_call":{"name":"f","arguments":"{oops"}}]}""");
        var call = Assert.IsType<FunctionCallContent>(Assert.Single(request.Messages[0].Contents));
        Assert.Null(call.Arguments);
        Assert.Equal("{oops", call.RawRepresentation);
    }

    [Theory]
    [InlineData("""
        "tools":[{"type":"function","function":{"name":"f","description":"d","parameters":{"type":"object"}}}],"tool_choice":"none"
        """)]
    [InlineData("""
        "functions":[{"name":"f","description":"d","parameters":{"type":"object"}}],"function_call":"none"
        """)]
    public void Reads_tools_and_functions_alike(string offer)
    {
        var request = Read($$"""{"model":"m","expected":1,"messages":[],{{offer}}}""");
        var tool = Assert.IsAssignableFrom<AIFunctionDeclaration>(Assert.Single(request.Options.Tools!));
        Assert.Equal(("f", "d", """{"type":"object"}"""), (tool.Name, tool.Description, tool.JsonSchema.GetRawText()));
        Assert.Equal(ChatToolMode.None, request.Options.ToolMode);
        Assert.Equal(CaseKind.Tools, request.Kind);
    }

    [Theory]
    [InlineData("\"tool_choice\":\"auto\"")]
    [InlineData("\"tool_choice\":\"required\"")]
    [InlineData("\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"f\"}}")]
    [InlineData("\"function_call\":{\"name\":\"f\"}")]
    public void Reads_how_tools_may_be_used(string choice)
    {
        ChatToolMode expected = choice.Contains("auto", StringComparison.Ordinal) ? ChatToolMode.Auto
            : choice.Contains("required", StringComparison.Ordinal) ? ChatToolMode.RequireAny
            : ChatToolMode.RequireSpecific("f");
        Assert.Equal(expected, Read($$"""{"model":"m","expected":1,"messages":[],{{choice}}}""").Options.ToolMode);
    }

    [Theory]
    [InlineData("""{"model":"m","messages":[]}""", "line 1: \"expected\" is missing")]
    [InlineData("""{"model":"m","messages":[],"expected":-1}""", "line 1: \"expected\" must be a whole number")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":[{"type":"video"}]}],"expected":1}""", "line 1: \"messages[0].content[0].type\" is a kind of content")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"nowhere"}}]}],"expected":1}""", "line 1: \"messages[0].content[0].image_url.url\" is not a URL")]
    [InlineData("""{"model":"m","messages":[],"tool_choice":"sometimes","expected":1}""", "line 1: \"tool_choice\" is not known")]
    [InlineData("""{"model":"m","messages":[],"tools":[{"type":"function"}],"expected":1}""", "line 1: \"tools[0].function\" is missing")]
    public void Says_what_is_wrong_where(string text, string message)
    {
        Assert.Contains(message, Assert.Throws<InputException>(() => Read(text)).Message, StringComparison.Ordinal);
    }

    private static RecordedCase Read(string text)
    {
        using var file = new InputFile(text.ReplaceLineEndings(" "));
        return Assert.Single(RecordedCaseFile.Read(file.Path));
    }
}

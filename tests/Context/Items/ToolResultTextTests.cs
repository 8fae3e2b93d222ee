using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests.Items;

public class ToolResultTextTests
{
    [Fact]
    public void Text_is_itself_and_the_rest_is_json()
    {
        Assert.Equal("", ToolResultText.Of(null));
        Assert.Equal("a \"b\"", ToolResultText.Of("a \"b\""));
        Assert.Equal("a \"b\"", ToolResultText.Of(JsonSerializer.SerializeToElement("a \"b\"")));
        Assert.Equal("{\"n\":1}", ToolResultText.Of(JsonSerializer.SerializeToElement(new { n = 1 })).ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("ab", ToolResultText.Of(new List<AIContent> { new TextContent("a"), new TextContent("b") }));
        Assert.Equal("42", ToolResultText.Of(42));
    }
}

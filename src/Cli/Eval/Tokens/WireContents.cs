using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>Reads the content of a message: a text, or a list of text and image parts.</summary>
internal static class WireContents
{
    public static IEnumerable<AIContent> Read(JsonField content) => content.Element.ValueKind == JsonValueKind.Array
        ? content.AsItems().Select(ReadPart)
        : content.AsText() is { Length: > 0 } text ? [new TextContent(text)] : [];

    private static AIContent ReadPart(JsonField part) => part.Label("type") switch
    {
        "text" => new TextContent(part.Text("text")),
        "refusal" => new TextContent(part.Text("refusal")),
        "image_url" => ReadImage(part.Get("image_url")),
        _ => throw part.Get("type").Fail("is a kind of content that cannot be counted", "Use text and image_url parts."),
    };

    private static AIContent ReadImage(JsonField image)
    {
        var url = image.Label("url");
        AIContent content;
        try
        {
            content = url.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? new DataContent(url) : new UriContent(url, "image/*");
        }
        catch (Exception fault) when (fault is ArgumentException or UriFormatException)
        {
            throw image.Get("url").Fail("is not a URL", "Write a data: or an https: URL.");
        }

        // Where the adapters for OpenAI look for it.
        if (image.FindText("detail") is { } detail)
        {
            content.AdditionalProperties = new AdditionalPropertiesDictionary { ["detail"] = detail };
        }

        return content;
    }
}

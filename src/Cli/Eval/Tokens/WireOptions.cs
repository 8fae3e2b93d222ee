using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Cli;

/// <summary>Reads what a request of the wire format offers the model: tools (or the older functions) and how they may be used.</summary>
internal static class WireOptions
{
    private static readonly JsonElement NoParameters = JsonDocument.Parse("{}").RootElement;

    public static ChatOptions Read(JsonField request, string model)
    {
        var functions = request.FindItems("tools").Select(tool => tool.Get("function")).Concat(request.FindItems("functions"));
        AITool[] tools = [.. functions.Select(ReadFunction)];
        return new ChatOptions
        {
            ModelId = model,
            Tools = tools.Length > 0 ? tools : null,
            ToolMode = ReadMode(request.Find("tool_choice") ?? request.Find("function_call")),
        };
    }

    private static AIFunctionDeclaration ReadFunction(JsonField function) => AIFunctionFactory.CreateDeclaration(
        function.Label("name"),
        function.FindText("description"),
        function.Find("parameters")?.Element.Clone() ?? NoParameters,
        null);

    private static ChatToolMode? ReadMode(JsonField? choice)
    {
        if (choice is not { } given)
        {
            return null;
        }

        if (given.Element.ValueKind == JsonValueKind.Object)
        {
            return ChatToolMode.RequireSpecific((given.Find("function") ?? given).Label("name"));
        }

        return given.AsText() switch
        {
            "none" => ChatToolMode.None,
            "auto" => ChatToolMode.Auto,
            "required" => ChatToolMode.RequireAny,
            _ => throw given.Fail("is not known", "Write \"none\", \"auto\", \"required\" or the function to call."),
        };
    }
}

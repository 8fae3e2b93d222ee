using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>
/// Counts what tools add to a request. The API writes them into a system message as TypeScript declarations
/// (<see cref="FunctionNamespace"/>); the constants are what recorded requests were charged.
/// </summary>
/// <param name="counter">Counts the text.</param>
/// <param name="legacyFunctions">Whether the request uses the older fields "functions" and "function_call".</param>
internal sealed class ToolTokens(TokenCounter counter, bool legacyFunctions)
{
    // The system message around the declarations.
    private const int MessageFrame = 9;

    // A system message of the app's own is shared with the declarations.
    private const int SharedFrame = 4;

    private const int NoToolsAllowed = 1;
    private const int NamedToolRequired = 7;
    private const int NamedFunctionRequired = 4;

    // No record shows these: a tool of any name required, a hosted tool's own declaration, a schema's frame.
    private const int AnyToolRequired = 4;
    private const int HostedTool = 100;
    private const int ResponseFormatFrame = 20;

    private const int Bits = 7;

    private readonly FunctionNamespace declarations = new(legacyFunctions);
    private readonly ReferenceMemory<AITool, ToolsSnapshot> known = new(Bits);
    private readonly ReferenceMemory<string, int> shared = new(Bits);

    /// <summary>Says whether these options declare tools.</summary>
    public static bool HasTools(ChatOptions? options) => options?.Tools is { Count: > 0 };

    /// <summary>Counts tools, tool mode and response format, as without a system message.</summary>
    public int Count(ChatOptions options) => (HasTools(options) ? CountTools(options) : 0) + CountFormat(options.ResponseFormat);

    /// <summary>Counts what is charged once only when tools meet a system message: the frame, less a line break after the message.</summary>
    public int SharedWithSystemMessage(string text)
    {
        if (!shared.TryGet(text, out var tokens))
        {
            tokens = SharedFrame - (counter.Count(text + "\n") - counter.Count(text));
            shared.Set(text, tokens);
        }

        return tokens;
    }

    private int CountTools(ChatOptions options)
    {
        var tools = options.Tools!;
        if (!known.TryGet(tools[0], out var snapshot) || !snapshot.IsOf(tools))
        {
            snapshot = new ToolsSnapshot(tools, CountDeclarations(tools));
            known.Set(tools[0], snapshot);
        }

        return snapshot.Tokens + CountMode(options.ToolMode);
    }

    private int CountDeclarations(IList<AITool> tools)
    {
        var functions = tools.OfType<AIFunctionDeclaration>().ToList();
        var count = functions.Count == 0 ? 0 : MessageFrame + counter.Count(declarations.Write(functions));
        foreach (var hosted in tools.Where(tool => tool is not AIFunctionDeclaration))
        {
            count += HostedTool + counter.Count(hosted.Name) + counter.Count(hosted.Description);
        }

        return count;
    }

    private int CountMode(ChatToolMode? mode) => mode switch
    {
        NoneChatToolMode => NoToolsAllowed,
        RequiredChatToolMode { RequiredFunctionName: { } name }
            => (legacyFunctions ? NamedFunctionRequired : NamedToolRequired) + counter.Count(name),
        RequiredChatToolMode => AnyToolRequired,
        _ => 0,
    };

    private int CountFormat(ChatResponseFormat? format) => format is not ChatResponseFormatJson { Schema: { } schema } json
        ? 0
        : ResponseFormatFrame + counter.Count(schema.GetRawText()) + counter.Count(json.SchemaName) + counter.Count(json.SchemaDescription);
}

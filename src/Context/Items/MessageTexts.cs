using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Finds the texts of a message that say what it is about. Reasoning is left out: it repeats what is said elsewhere.</summary>
internal static class MessageTexts
{
    public static void AddTo(List<string> texts, ChatMessage message)
    {
        foreach (var content in message.Contents)
        {
            Add(texts, content);
        }
    }

    private static void Add(List<string> texts, AIContent content)
    {
        switch (content)
        {
            case TextReasoningContent:
                break;
            case TextContent text:
                texts.Add(text.Text);
                break;
            case FunctionCallContent call:
                texts.Add(call.Name);
                foreach (var argument in call.Arguments ?? new Dictionary<string, object?>())
                {
                    texts.Add(ToolResultText.Of(argument.Value));
                }

                break;
            case FunctionResultContent result:
                texts.Add(ToolResultText.Of(result.Result));
                break;
            case McpServerToolResultContent { Outputs: { } outputs }:
                foreach (var output in outputs)
                {
                    Add(texts, output);
                }

                break;
            case ErrorContent { Message: { } error }:
                texts.Add(error);
                break;
        }
    }
}

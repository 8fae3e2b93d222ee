using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.QuickStart.Columns;

/// <summary>Holds a conversation as an app on Semantic Kernel does.</summary>
internal static class KernelMessages
{
    public static ChatHistory ToHistory(IEnumerable<Ai.ChatMessage> messages) => new(messages.Select(ToContent));

    private static ChatMessageContent ToContent(Ai.ChatMessage message)
    {
        var content = new ChatMessageContent(new AuthorRole(message.Role.Value), content: null)
        {
            AuthorName = message.AuthorName,
            Metadata = message.AdditionalProperties,
        };
        foreach (var part in message.Contents)
        {
            content.Items.Add(part switch
            {
                Ai.FunctionCallContent call => new FunctionCallContent(call.Name, id: call.CallId, arguments: new(call.Arguments ?? new Dictionary<string, object?>())),
                Ai.FunctionResultContent result => new FunctionResultContent(callId: result.CallId, result: result.Result),
                _ => new TextContent(part.ToString()),
            });
        }

        return content;
    }
}

using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Estimates what the texts of messages take in memory.</summary>
internal static class TextSize
{
    /// <summary>The bytes of UTF-16 text in messages; results of tools count where they are text already.</summary>
    public static long OfBytes(IEnumerable<ChatMessage> messages)
    {
        var chars = 0L;
        foreach (var message in messages)
        {
            foreach (var content in message.Contents)
            {
                chars += content switch
                {
                    TextContent text => text.Text.Length,
                    TextReasoningContent reasoning => reasoning.Text.Length,
                    FunctionResultContent { Result: string result } => result.Length,
                    _ => 0,
                };
            }
        }

        return chars * sizeof(char);
    }
}

using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>Does to a history what a fit says of its messages.</summary>
internal static class HistoryEditing
{
    /// <summary>Takes the dropped messages out and writes the shortened ones anew. Messages of the round beyond the history's end are left aside.</summary>
    public static void Keep(ChatHistory history, List<ChatMessage> round, ContextFit fit, List<int> kept)
    {
        for (var i = history.Count - 1; i >= 0; i--)
        {
            var at = kept.BinarySearch(i);
            if (at < 0)
            {
                history.RemoveAt(i);
            }
            else if (!ReferenceEquals(round[i], fit.Messages[at]))
            {
                history[i] = MessageTranslation.ToChatMessageContent(fit.Messages[at], history.Take(i), kernel: null, history[i]);
            }
        }
    }
}

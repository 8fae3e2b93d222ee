using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Finds what the model is to answer.</summary>
internal static class NewestQuestion
{
    /// <summary>Finds the item that must stay beside the system messages.</summary>
    /// <returns>
    /// The index of the newest user message's item; without one, of the newest message that is neither system message, document nor memory note (agents
    /// among themselves); without one, of the newest document or note; -1 where there are system messages only.
    /// </returns>
    public static int Find(IReadOnlyList<ContextItem> items, IReadOnlyList<ChatMessage> messages)
    {
        var turn = -1;
        var document = -1;
        for (var i = items.Count - 1; i >= 0; i--)
        {
            switch (items[i].Kind)
            {
                case ContextItemKind.Turn when IsUserTurn(items[i], messages):
                    return i;
                case ContextItemKind.Turn or ContextItemKind.ToolGroup when turn < 0 || items[i].LastMessage > items[turn].LastMessage:
                    turn = i;
                    break;
                case ContextItemKind.Document or ContextItemKind.Memory when document < 0:
                    document = i;
                    break;
            }
        }

        return turn >= 0 ? turn : document;
    }

    /// <summary>Says whether a user speaks in an item.</summary>
    public static bool IsUserTurn(ContextItem item, IReadOnlyList<ChatMessage> messages) =>
        item.Kind == ContextItemKind.Turn && messages[item.FirstMessage].Role == ChatRole.User;
}

using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Makes the items of a request out of its messages.</summary>
internal static class ItemGrouper
{
    /// <summary>Groups messages.</summary>
    /// <returns>The items in the order of their first messages; each message is in exactly one.</returns>
    public static List<ContextItem> Group(IReadOnlyList<ChatMessage> messages)
    {
        var links = new ToolLinks(messages);
        var items = new List<ContextItem>(messages.Count);
        var toolGroups = new Dictionary<int, ContextItem>();
        for (var i = 0; i < messages.Count; i++)
        {
            ContextItem item;
            if (links.IsTool(i))
            {
                var group = links.GroupOf(i);
                if (!toolGroups.TryGetValue(group, out item!))
                {
                    item = new ContextItem(ContextItemKind.ToolGroup);
                    toolGroups.Add(group, item);
                    items.Add(item);
                }

                item.IsIncomplete |= links.IsIncomplete(i);
            }
            else
            {
                item = new ContextItem(KindOf(messages[i]));
                items.Add(item);
            }

            item.MessageIndexes.Add(i);
            if (ContextImportance.Of(messages[i]) is { } importance)
            {
                item.Importance = Math.Max(item.Importance ?? 0, importance);
            }
        }

        return items;
    }

    public static bool IsSystem(ChatMessage message) => message.Role == ChatRole.System || message.Role.Value == "developer";

    private static ContextItemKind KindOf(ChatMessage message) =>
        IsSystem(message) ? ContextItemKind.System
        : ContextDocument.IsDocument(message) ? ContextItemKind.Document
        : ContextMemory.IsMemory(message) ? ContextItemKind.Memory
        : ContextItemKind.Turn;
}

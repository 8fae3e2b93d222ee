using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>
/// What the metadata of a message's items say to the model, such as how closely it is to look at an image: part of the key, and where
/// tokens are counted by it. A call whose metadata cannot be read passes the cache by.
/// </summary>
internal static class ItemMetadata
{
    private const string KernelDetail = "ChatImageDetailLevel";
    private const string Detail = "detail";

    /// <summary>The properties that the engine keeps of an item's metadata, which Semantic Kernel's conversion has copied.</summary>
    public static Ai.AdditionalPropertiesDictionary? Kept(Ai.AIContent item, ChatMessageContent message)
    {
        // What services note on their own answers changes from call to call; so does what is noted on a whole message, of which
        // Semantic Kernel hands a copy to the message's text.
        if (item.AdditionalProperties is not { Count: > 0 } properties
            || message.Role == AuthorRole.Assistant || message.Role == AuthorRole.Tool || IsOf(message, properties))
        {
            return null;
        }

        if (IsImage(item) && properties.Remove(KernelDetail, out var level))
        {
            properties[Detail] = level;
        }

        return properties;
    }

    /// <summary>The properties as an item's metadata, for an item that is made anew.</summary>
    public static Dictionary<string, object?>? Restored(Ai.AIContent item) => item.AdditionalProperties is { Count: > 0 } properties
        ? properties.ToDictionary(p => IsImage(item) && p.Key == Detail ? KernelDetail : p.Key, p => p.Value)
        : null;

    private static bool IsOf(ChatMessageContent message, Ai.AdditionalPropertiesDictionary properties) =>
        message.Metadata is { } metadata
        && metadata.Count == properties.Count
        && properties.All(p => metadata.TryGetValue(p.Key, out var value) && Equals(value, p.Value));

    private static bool IsImage(Ai.AIContent item) =>
        (item as Ai.UriContent)?.HasTopLevelMediaType("image") == true || (item as Ai.DataContent)?.HasTopLevelMediaType("image") == true;
}

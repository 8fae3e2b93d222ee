using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>Why an answer ended, which Semantic Kernel's connectors say in their metadata, each in its own words.</summary>
internal static class FinishReasons
{
    private const string Key = "FinishReason";

    public static ChatFinishReason? Of(IReadOnlyDictionary<string, object?>? metadata)
    {
        if (metadata is null || !metadata.TryGetValue(Key, out var value) || value is null)
        {
            return null;
        }

        if (value is ChatFinishReason reason)
        {
            return reason;
        }

        var text = value.ToString();
        return string.IsNullOrEmpty(text) ? null : text.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "STOP" or "ENDTURN" or "STOPSEQUENCE" or "COMPLETE" or "EOSTOKEN" => ChatFinishReason.Stop,
            "LENGTH" or "MAXTOKENS" or "MODELLENGTH" => ChatFinishReason.Length,
            "CONTENTFILTER" or "CONTENTFILTERED" or "SAFETY" => ChatFinishReason.ContentFilter,
            "TOOLCALLS" or "TOOLUSE" or "FUNCTIONCALL" => ChatFinishReason.ToolCalls,
            _ => new ChatFinishReason(text),
        };
    }

    /// <summary>The metadata that an answer from the cache carries: how it ended and which entry it is.</summary>
    public static Dictionary<string, object?> Metadata(ChatFinishReason? reason, AdditionalPropertiesDictionary? properties)
    {
        var metadata = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (reason is { } known)
        {
            metadata[Key] = known == ChatFinishReason.Stop ? "Stop" : known.Value;
        }

        foreach (var (key, value) in properties ?? [])
        {
            if (key.StartsWith("parsimony.", StringComparison.Ordinal))
            {
                metadata[key] = value;
            }
        }

        return metadata;
    }
}

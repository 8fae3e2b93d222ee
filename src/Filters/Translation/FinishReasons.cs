using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel;

/// <summary>Why an answer ended, which Semantic Kernel's connectors say in their metadata, each in its own words. Where none is said, the cache decides.</summary>
internal static class FinishReasons
{
    private const string Key = "FinishReason";

    /// <summary>Why an answer ended, as its metadata say or, where an adapter has dropped it there, the model's own object behind it.</summary>
    public static ChatFinishReason? Of(IReadOnlyDictionary<string, object?>? metadata, object? innerContent) =>
        (metadata is not null && metadata.TryGetValue(Key, out var value) ? Read(value) : null) ?? Read(OfInner(innerContent));

    private static ChatFinishReason? Read(object? value)
    {
        if (value is ChatFinishReason reason)
        {
            return reason;
        }

        var text = value?.ToString();
        return string.IsNullOrEmpty(text) ? null : text.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "STOP" or "ENDTURN" or "STOPSEQUENCE" or "COMPLETE" or "EOSTOKEN" => ChatFinishReason.Stop,
            "LENGTH" or "MAXTOKENS" or "MODELLENGTH" => ChatFinishReason.Length,
            "CONTENTFILTER" or "CONTENTFILTERED" or "SAFETY" => ChatFinishReason.ContentFilter,
            "TOOLCALLS" or "TOOLUSE" or "FUNCTIONCALL" => ChatFinishReason.ToolCalls,
            _ => new ChatFinishReason(text),
        };
    }

    // Semantic Kernel's adapter of chat clients passes no reason on, but the model's object, of a type of each client's own.
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where the property was trimmed the reason is not known, and a stream is not cached.")]
    private static object? OfInner(object? inner)
    {
        try
        {
            return inner?.GetType().GetProperty(Key)?.GetValue(inner);
        }
        catch (Exception e) when (e is TargetInvocationException or AmbiguousMatchException or TargetParameterCountException)
        {
            return null;
        }
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

namespace Parsimony.Context;

/// <summary>The encodings of OpenAI's model families, by the beginning of the model id.</summary>
internal static class ModelFamilies
{
    private static readonly string[] O200k =
    [
        "gpt-4o", "chatgpt-4o", "gpt-4.1", "gpt-4.5", "gpt-5", "gpt-oss", "gpt-realtime", "gpt-audio", "codex-mini", "computer-use",
        "o1", "o3", "o4",
    ];

    private static readonly string[] Cl100k =
    [
        "gpt-4", "gpt-3.5", "gpt-35", "text-embedding-ada-002", "text-embedding-3", "davinci-002", "babbage-002",
    ];

    /// <summary>Finds the counter of a known model.</summary>
    /// <param name="modelId">The model id; a fine-tuned model's begins with <c>ft:</c>, a router's with <c>openai/</c>.</param>
    /// <returns>The counter, or <see langword="null"/> where the model is not known.</returns>
    public static TokenCounter? CounterOf(string modelId)
    {
        var id = modelId.AsSpan();
        id = id.StartsWith("ft:", StringComparison.OrdinalIgnoreCase) ? id[3..] : id;
        id = id.StartsWith("openai/", StringComparison.OrdinalIgnoreCase) ? id[7..] : id;

        // The longer prefixes are all among the first: gpt-4o before gpt-4.
        return BeginsWithAny(id, O200k) ? TokenCounter.O200kBase
            : BeginsWithAny(id, Cl100k) ? TokenCounter.Cl100kBase
            : null;
    }

    private static bool BeginsWithAny(ReadOnlySpan<char> id, string[] prefixes)
    {
        foreach (var prefix in prefixes)
        {
            // "o1" is o1 and o1-mini, not o100: a prefix ends where a word ends, or in front of a version or variant ("gpt-5.1", "gpt-4o").
            if (id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && (id.Length == prefix.Length || !char.IsLetterOrDigit(prefix[^1]) || !char.IsLetterOrDigit(id[prefix.Length])))
            {
                return true;
            }
        }

        return false;
    }
}

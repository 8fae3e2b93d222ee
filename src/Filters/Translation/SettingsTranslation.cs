using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>
/// Execution settings as <see cref="ChatOptions"/>: what the cache key and the budget are computed from. The model never sees
/// these options; the service gets the caller's own settings.
/// </summary>
internal static class SettingsTranslation
{
    // Names under which connectors ask for several answers to one request.
    private static readonly string[] ChoiceCounts = ["n", "results_per_prompt", "candidate_count", "num_completions", "best_of"];

    // What Semantic Kernel's conversion drops where it does not know the value.
    private static readonly string[] Droppable = ["response_format", "reasoning_effort"];

    /// <summary>Translates settings.</summary>
    /// <param name="settings">The settings, of any connector's type.</param>
    /// <param name="kernel">The kernel whose functions are the tools.</param>
    /// <returns>The options; a call whose settings could not be read completely is marked so that the cache lets it pass by.</returns>
    public static ChatOptions ToChatOptions(PromptExecutionSettings? settings, Kernel? kernel)
    {
        if (settings is null)
        {
            return new ChatOptions();
        }

        var plain = SettingsFlattening.ToPlain(settings, out var complete);
        var options = plain.ToChatOptions(kernel)!;
        foreach (var name in Droppable)
        {
            if (!IsTranslated(options, name) && Find(plain, name) is { } value)
            {
                (options.AdditionalProperties ??= [])[name] = value;
            }
        }

        // A response format of a connector's own type leaves no trace in JSON.
        complete &= options.ResponseFormat is not ChatResponseFormatJson { Schema: { } schema } || schema.GetRawText() != "{}";
        complete &= MakeCanonical(options, plain);
        foreach (var name in ChoiceCounts)
        {
            complete &= !(options.AdditionalProperties?.TryGetValue(name, out var count) == true && count is not (1 or 1L or 1.0 or "1"));
        }

        options.RawRepresentationFactory = complete ? null : static _ => null;
        return options;
    }

    private static bool IsTranslated(ChatOptions options, string name) =>
        name == "response_format" ? options.ResponseFormat is not null : options.Reasoning?.Effort is not null;

    private static string? Find(PromptExecutionSettings settings, string name) =>
        settings.ExtensionData?.FirstOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value?.ToString();

    // Null says nothing, and an array is compared by its text: the conversion hands arrays over as lazy sequences.
    private static bool MakeCanonical(ChatOptions options, PromptExecutionSettings plain)
    {
        var complete = true;
        foreach (var (name, value) in options.AdditionalProperties?.ToArray() ?? [])
        {
            if (value is null)
            {
                options.AdditionalProperties!.Remove(name);
            }
            else if (value is not (string or bool or int or long or float or double or decimal))
            {
                complete &= SettingsFlattening.TryWrite(plain.ExtensionData?[name] ?? value, out var text);
                options.AdditionalProperties![name] = text;
            }
        }

        return complete;
    }
}

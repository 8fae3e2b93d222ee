using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>Says how important a message is, where the app knows better than a score.</summary>
public static class ContextImportance
{
    /// <summary>The key in <see cref="ChatMessage.AdditionalProperties"/> that holds the importance of a message. It never reaches the model.</summary>
    public const string PropertyName = "parsimony.importance";

    /// <summary>Sets the importance of a message.</summary>
    /// <param name="message">The message. It is changed.</param>
    /// <param name="importance">From 0 (among the first to go) over 0.5 (as without) to 1 (among the last to go).</param>
    /// <returns>The same message.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="importance"/> is below 0, above 1, or not a number.</exception>
    public static ChatMessage WithImportance(this ChatMessage message, double importance)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!(importance is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(importance), importance, "An importance is from 0 to 1.");
        }

        (message.AdditionalProperties ??= [])[PropertyName] = importance;
        return message;
    }

    /// <summary>Reads the importance of a message; <see langword="null"/> where it has none, or one that is not from 0 to 1.</summary>
    internal static double? Of(ChatMessage message)
    {
        if (message.AdditionalProperties?.TryGetValue(PropertyName, out var value) != true)
        {
            return null;
        }

        // Properties that have travelled as JSON come back as elements.
        var text = value is JsonElement element ? element.ToString() : Convert.ToString(value, CultureInfo.InvariantCulture);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var importance) && importance is >= 0 and <= 1 ? importance : null;
    }
}

using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Gives the answer of a call the tags to remove it by.</summary>
public static class CacheTagsChatOptionsExtensions
{
    /// <summary>The key in <see cref="ChatOptions.AdditionalProperties"/> that holds the tags. It never reaches the model or a cache key.</summary>
    public const string PropertyName = "parsimony.tags";

    /// <summary>Tags the answers of calls made with these options.</summary>
    /// <param name="options">The options to change.</param>
    /// <param name="tags">The tags, for example the documents that an answer is drawn from.</param>
    /// <returns><paramref name="options"/>.</returns>
    public static ChatOptions WithCacheTags(this ChatOptions options, params string[] tags)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tags);
        (options.AdditionalProperties ??= [])[PropertyName] = tags;
        return options;
    }

    internal static IEnumerable<string>? CacheTags(this ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(PropertyName, out var tags) == true ? tags as IEnumerable<string> : null;
}

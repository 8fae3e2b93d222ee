using Microsoft.Extensions.Logging;

namespace Parsimony.Caching;

/// <summary>What the cache says. No message holds a prompt, an answer or a key.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Information, "No generator of embeddings is given: the response cache answers the very same call only, not the same question in other words.")]
    public static partial void ExactOnly(ILogger logger);

    [LoggerMessage(102, LogLevel.Information, "The same-answer index holds {Questions} questions from the tiers below.")]
    public static partial void IndexLoaded(ILogger logger, int questions);

    [LoggerMessage(103, LogLevel.Warning, "A false hit was reported: the entry is removed and its question answers no other question any more.")]
    public static partial void FalseHit(ILogger logger);

    [LoggerMessage(104, LogLevel.Information, "Warmed the response cache: {Stored} of {Lines} lines stored, {Errors} not usable.")]
    public static partial void Warmed(ILogger logger, int stored, int lines, int errors);

    [LoggerMessage(105, LogLevel.Warning, "The generator of embeddings failed {Failures} times in a row; it is left alone for {Pause}. Until then only the very same call is answered from the cache.")]
    public static partial void EmbeddingsPaused(ILogger logger, int failures, TimeSpan pause);
}

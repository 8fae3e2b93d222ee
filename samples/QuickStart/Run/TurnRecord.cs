using Parsimony.Caching;

namespace Parsimony.QuickStart.Run;

/// <summary>What became of one turn in one column.</summary>
internal sealed record TurnRecord
{
    public required HitKind Hit { get; init; }

    /// <summary>Gets the tier that a hit came from, where the cache tells.</summary>
    public CacheTier? Tier { get; init; }

    /// <summary>Gets a value indicating whether the reply cites the article that answers the message.</summary>
    public bool Correct { get; init; }

    /// <summary>Gets a value indicating whether a cache served a reply that was made for a message with another answer.</summary>
    public bool WrongFromCache { get; init; }

    public int ModelCalls { get; init; }

    public long PromptTokens { get; init; }

    public long ReplyTokens { get; init; }

    /// <summary>Gets the time from the question to the whole reply, without the model's own time.</summary>
    public TimeSpan Added { get; init; }

    /// <summary>Gets the time that the model took, as the run waited for it.</summary>
    public TimeSpan ModelTime { get; init; }

    /// <summary>Gets what went wrong; <see langword="null"/> where the turn was answered.</summary>
    public string? Error { get; init; }
}

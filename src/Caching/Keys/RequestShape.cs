namespace Parsimony.Caching;

/// <summary>How much of a request goes into a digest: all of it for the exact key, less for the partition where the app has said so.</summary>
/// <param name="History">Which earlier turns count.</param>
/// <param name="AgentGroup">The group that stands for the agent, its system prompt and its tools; <see langword="null"/> where they count themselves.</param>
/// <param name="Opening">Whether the question is taken for one that opens a conversation: as if nothing had been said before it.</param>
internal readonly record struct RequestShape(HistoryScope History, string? AgentGroup, bool Opening = false)
{
    public static RequestShape Whole { get; } = new(HistoryScope.All, null);
}

namespace Parsimony.Caching;

/// <summary>How much of a request goes into a digest: all of it for the exact key, less for the partition where the app has said so.</summary>
/// <param name="History">Which earlier turns count.</param>
/// <param name="AgentGroup">The group that stands for the agent, its system prompt and its tools; <see langword="null"/> where they count themselves.</param>
internal readonly record struct RequestShape(HistoryScope History, string? AgentGroup)
{
    public static RequestShape Whole { get; } = new(HistoryScope.All, null);
}

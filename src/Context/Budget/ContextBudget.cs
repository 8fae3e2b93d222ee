namespace Parsimony.Context;

/// <summary>What one request may spend.</summary>
/// <param name="Window">The context window of the model, in tokens.</param>
/// <param name="ReplyReserve">The tokens kept free for the reply.</param>
/// <param name="ToolTokens">The tokens of the tools and the other options of the request.</param>
/// <param name="Available">The tokens that are left for the messages and the priming of the reply, after caps and memory pressure. Never negative.</param>
public readonly record struct ContextBudget(int Window, int ReplyReserve, int ToolTokens, int Available);

namespace Parsimony;

/// <summary>The context that an agent holds in all its sessions together.</summary>
/// <param name="Agent">The agent, or <see langword="null"/> for calls that name none.</param>
/// <param name="Sessions">The sessions that count as living.</param>
/// <param name="Bytes">The size in bytes of UTF-16 text.</param>
/// <param name="Tokens">The size in tokens.</param>
public sealed record AgentContext(string? Agent, int Sessions, long Bytes, long Tokens);

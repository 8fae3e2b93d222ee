namespace Parsimony.Context;

/// <summary>Where a tool result stands, and the tokens of its text.</summary>
internal readonly record struct ToolResult(int MessageIndex, int ContentIndex, int Tokens);

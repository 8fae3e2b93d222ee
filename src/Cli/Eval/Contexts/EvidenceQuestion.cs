namespace Parsimony.Cli;

/// <summary>A question about a conversation and the turns that answer it.</summary>
/// <param name="Text">The question.</param>
/// <param name="Evidence">The indexes of the turns that answer it, each once; not empty.</param>
internal sealed record EvidenceQuestion(string Text, IReadOnlyList<int> Evidence);

namespace Parsimony.Context;

/// <summary>Where a text stands that may be written shorter, a tool's result or a document's, and its tokens.</summary>
internal readonly record struct CompactableText(int MessageIndex, int ContentIndex, int Tokens);

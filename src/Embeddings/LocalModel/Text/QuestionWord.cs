namespace Parsimony.Embeddings;

/// <summary>One piece of a question as the local model reads it.</summary>
/// <param name="Start">Where its characters begin in the reader's buffer.</param>
/// <param name="Length">How many characters it has, at least 1.</param>
/// <param name="Hash">The hash of its characters, <see cref="WordHash"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsCapitalised">Whether it was written with a capital inside a sentence, as names are.</param>
internal readonly record struct QuestionWord(int Start, int Length, ulong Hash, WordKind Kind, bool IsCapitalised);

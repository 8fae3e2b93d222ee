namespace Parsimony.Embeddings;

/// <summary>A question that has an answer already, found near the one that is asked.</summary>
/// <param name="Text">The question.</param>
/// <param name="Similarity">The cosine of the two embeddings, -1 to 1.</param>
/// <param name="Answer">A number that is equal for equal answers and for no others, such as 64 bits of a hash.</param>
public readonly record struct CandidateQuestion(string Text, float Similarity, ulong Answer);

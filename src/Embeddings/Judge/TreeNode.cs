namespace Parsimony.Embeddings;

/// <summary>One question of a tree.</summary>
/// <param name="Threshold">A value below it goes to the first child.</param>
/// <param name="Feature">The place of the value that is compared, 0 to 255.</param>
internal readonly record struct TreeNode(float Threshold, int Feature);

namespace Parsimony.Context;

/// <summary>Scores the passages of a text: the higher, the sooner a passage is taken; 0 where nothing speaks for it.</summary>
/// <param name="text">The text.</param>
/// <param name="passages">Its passages.</param>
/// <returns>A score for each passage.</returns>
internal delegate double[] PassageScorer(string text, IReadOnlyList<Passage> passages);

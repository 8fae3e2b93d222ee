namespace Parsimony.Context;

/// <summary>What items are compacted with.</summary>
/// <param name="Compactor">Writes texts shorter.</param>
/// <param name="Query">What the texts are wanted for.</param>
/// <param name="App">The app's own shorter texts, where it has any.</param>
internal sealed record CompactionTools(TextCompactor Compactor, TextQuery Query, AppTexts? App);

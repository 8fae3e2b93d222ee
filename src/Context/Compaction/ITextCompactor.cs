namespace Parsimony.Context;

/// <summary>Writes one kind of text shorter. Pure and deterministic; what is left out is marked in the text.</summary>
internal interface ITextCompactor
{
    /// <summary>Gets its name, of <see cref="ContextCompactors"/>.</summary>
    string Name { get; }

    /// <summary>Writes a text shorter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">How short, and what for.</param>
    /// <returns>A text of another wording, not necessarily as short as asked; <see langword="null"/> where there is nothing it can do.</returns>
    string? Compact(string text, CompactionTarget target);
}

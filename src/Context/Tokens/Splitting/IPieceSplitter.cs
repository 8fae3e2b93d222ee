namespace Parsimony.Context;

/// <summary>
/// The pretokenizer of an encoding: cuts text into the pieces inside which bytes are merged. A struct, so that the counter is compiled
/// for it and calls it without indirection.
/// </summary>
internal interface IPieceSplitter
{
    /// <summary>Gets a value indicating whether \p{M} is part of words, not a symbol.</summary>
    static abstract bool MarksAreLetters { get; }

    /// <summary>Gets a value indicating whether a word ends in front of a capital that follows a small letter.</summary>
    static abstract bool WordsEndAtCapitals { get; }

    /// <summary>Gets a value indicating whether a contraction is a piece of its own, not the end of its word.</summary>
    static abstract bool ContractionsStandAlone { get; }

    /// <summary>Gets a value indicating whether symbols take slashes along that follow their line breaks.</summary>
    static abstract bool SymbolsTakeSlashes { get; }

    /// <summary>Gets a value indicating whether white space at the end of the text is one piece, whatever line breaks are in it.</summary>
    static abstract bool WhiteSpaceIsWholeAtEnd { get; }

    /// <summary>Finds where the piece that begins at a place ends.</summary>
    /// <param name="text">The whole text: how a piece ends depends on what follows it.</param>
    /// <param name="start">Where the piece begins; less than the text's length.</param>
    /// <returns>The end of the piece, greater than <paramref name="start"/>.</returns>
    static abstract int EndOfPiece(ReadOnlySpan<char> text, int start);
}

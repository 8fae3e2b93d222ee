namespace Parsimony.Context;

/// <summary>
/// The pretokenizer of an encoding: cuts text into the pieces inside which bytes are merged. A struct, so that the counter is compiled
/// for it and calls it without indirection.
/// </summary>
internal interface IPieceSplitter
{
    /// <summary>Finds where the piece that begins at a place ends.</summary>
    /// <param name="text">The whole text: how a piece ends depends on what follows it.</param>
    /// <param name="start">Where the piece begins; less than the text's length.</param>
    /// <returns>The end of the piece, greater than <paramref name="start"/>.</returns>
    static abstract int EndOfPiece(ReadOnlySpan<char> text, int start);
}

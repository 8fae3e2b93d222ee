namespace Parsimony.Context;

/// <summary>A short piece as a value of fixed size, with room for its token count: an entry of <see cref="PieceTable{TKey}"/>.</summary>
/// <typeparam name="TSelf">The key.</typeparam>
internal interface IPieceKey<TSelf>
    where TSelf : struct, IPieceKey<TSelf>
{
    /// <summary>Gets the most characters of a piece that fits.</summary>
    static abstract int MaxLength { get; }

    /// <summary>Gets the characters that <see cref="Of"/> reads, however long the piece is.</summary>
    static abstract int Readable { get; }

    /// <summary>Gets the count; 0 in a key that has none and in a free entry.</summary>
    int Count { get; }

    /// <summary>Gets a hash of the piece. Its high bits are good.</summary>
    ulong Hash { get; }

    /// <summary>Makes the key of a piece.</summary>
    /// <param name="first">The piece's first character; <see cref="Readable"/> characters must be readable.</param>
    /// <param name="length">Its length; 1 to <see cref="MaxLength"/>. No NUL is in the piece, for keys are filled up with it.</param>
    static abstract TSelf Of(ref char first, int length);

    /// <summary>Makes the key of an entry.</summary>
    TSelf WithoutCount();

    /// <summary>Says whether an entry is of the same piece as a key without a count.</summary>
    bool IsSamePiece(in TSelf entry);

    /// <summary>Makes the entry of a key.</summary>
    /// <param name="count">The piece's tokens.</param>
    TSelf WithCount(int count);
}

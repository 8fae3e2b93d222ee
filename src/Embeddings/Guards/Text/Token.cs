namespace Parsimony.Embeddings;

/// <summary>A piece of a text: a word in lower case, a run of digits with its separators, or a single sign.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its characters; words are in lower case.</param>
/// <param name="Glued">Whether it follows the piece before without a space.</param>
/// <param name="At">Where it begins in the folded text.</param>
internal readonly record struct Token(TokenKind Kind, string Text, bool Glued, int At)
{
    public bool Is(string text) => Kind != TokenKind.Number && Text == text;
}

namespace Parsimony.Embeddings;

internal enum TokenKind
{
    Word,
    Number,
    Sign,
}

namespace Parsimony.Embeddings;

/// <summary>What a preposition makes of the words behind it.</summary>
internal enum WordRole
{
    None,
    From,
    To,
    Than,
    Before,
    After,
    Of,
    By,
    Over,
    Against,
}

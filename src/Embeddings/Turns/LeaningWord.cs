namespace Parsimony.Embeddings;

/// <summary>How a word can lean on what was said before.</summary>
internal enum LeaningWord : byte
{
    None,
    Thing,
    Person,
    Demonstrative,
    One,
    Comparison,
    Sequence,
    Connective,
    WhatAbout,
    Bare,
    Command,
    Count,
}

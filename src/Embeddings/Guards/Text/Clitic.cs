namespace Parsimony.Embeddings;

/// <summary>What an apostrophe adds to a word.</summary>
internal enum Clitic
{
    None,

    /// <summary>'s of a noun, or the apostrophe behind a plural: whose it is.</summary>
    Possessive,

    /// <summary>'s of a pronoun or a question word: is, has.</summary>
    Is,

    /// <summary>n't.</summary>
    Not,

    /// <summary>'m.</summary>
    Am,

    /// <summary>'re.</summary>
    Are,

    /// <summary>'ve, 'll, 'd.</summary>
    Other,
}

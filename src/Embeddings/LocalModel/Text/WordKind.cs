namespace Parsimony.Embeddings;

/// <summary>What a piece of a question is to the local model.</summary>
internal enum WordKind : byte
{
    /// <summary>Letters of any script, with what belongs to a name: "c++", "node.js" gives two.</summary>
    Word,

    /// <summary>Digits with their separators.</summary>
    Number,

    /// <summary>A run of signs that carries meaning: "=>", "%", "$".</summary>
    Sign,
}

namespace Parsimony.Embeddings;

/// <summary>What a word is to the guards.</summary>
internal enum WordSense
{
    /// <summary>A word that says what the question is about.</summary>
    Content,

    /// <summary>An article, pronoun, preposition, auxiliary, question word or a word of courtesy.</summary>
    Function,

    /// <summary>Digits.</summary>
    Number,
}

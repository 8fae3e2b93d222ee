namespace Parsimony.Embeddings;

/// <summary>A guard that shares its reading of the texts with the others.</summary>
internal interface IPairGuard : ISameAnswerGuard
{
    /// <summary>Whether one answer must not serve both questions.</summary>
    /// <param name="pair">Two questions that are not the same text.</param>
    bool Refuses(GuardPair pair);
}

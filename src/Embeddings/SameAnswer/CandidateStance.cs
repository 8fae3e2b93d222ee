namespace Parsimony.Embeddings;

/// <summary>What a candidate says about the best one.</summary>
internal enum CandidateStance : byte
{
    /// <summary>Nothing: it is too far below, or has no right to support it.</summary>
    Silent,

    /// <summary>That it is right: they have one answer.</summary>
    Agrees,

    /// <summary>That it may be wrong: another answer is as near.</summary>
    Rival,

    /// <summary>Not known before the judge has compared the two candidates.</summary>
    Unknown,
}

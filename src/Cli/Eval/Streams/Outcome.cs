namespace Parsimony.Cli;

/// <summary>How a request was answered.</summary>
internal enum Outcome
{
    /// <summary>By the model.</summary>
    Model,

    /// <summary>By the cache, from the very same call.</summary>
    ExactHit,

    /// <summary>By the cache, from a question that it held to have the same answer.</summary>
    SameAnswerHit,
}

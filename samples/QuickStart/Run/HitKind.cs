namespace Parsimony.QuickStart.Run;

/// <summary>How a turn was answered.</summary>
internal enum HitKind
{
    /// <summary>By the model.</summary>
    None,

    /// <summary>By a cache, as the very same request.</summary>
    Exact,

    /// <summary>By a cache, as a question held to have the same answer.</summary>
    SameAnswer,
}

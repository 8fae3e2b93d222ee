namespace Parsimony.Context;

/// <summary>What a fitter looks at first when something has to go.</summary>
public enum ContextMode
{
    /// <summary>Each request keeps what matters most to its question. What is kept may change from request to request.</summary>
    Relevance,

    /// <summary>
    /// Consecutive requests of a conversation begin alike, so that a provider's prompt cache pays: history is cut seldom and much at a
    /// time, and what an old part says of the question is quoted behind the history, just in front of the question.
    /// </summary>
    StablePrefix,
}

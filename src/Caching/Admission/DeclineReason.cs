namespace Parsimony.Caching;

/// <summary>Why an answer was not kept.</summary>
public enum DeclineReason
{
    /// <summary>It was kept.</summary>
    None,

    /// <summary>The call passes the cache by.</summary>
    NotCacheable,

    /// <summary>The answer holds no text.</summary>
    Empty,

    /// <summary>The answer was cut off at its token limit, or ended for another reason than being complete.</summary>
    Incomplete,

    /// <summary>A content filter stopped the answer.</summary>
    Filtered,

    /// <summary>The answer asks for a tool.</summary>
    ToolCall,

    /// <summary>A tool that is not declared pure ran for this answer.</summary>
    ToolTurn,

    /// <summary>The answer reports an error.</summary>
    Error,

    /// <summary>The model refused to answer, and <see cref="ResponseCacheOptions.CacheRefusals"/> is off.</summary>
    Refusal,

    /// <summary>The service keeps the conversation that this answer belongs to, or the answer is not finished.</summary>
    Stateful,

    /// <summary>The answer holds content that cannot be written and read back completely.</summary>
    Unreadable,

    /// <summary>One of the answer's tags was removed while the model worked.</summary>
    TagRemoved,

    /// <summary>No tier took the answer: it is larger than every bound, or there is no memory tier and the disk is out of reach.</summary>
    NoRoom,

    /// <summary>A fault of the cache.</summary>
    Fault,
}

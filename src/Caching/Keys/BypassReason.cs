namespace Parsimony.Caching;

/// <summary>Why a call passes the cache by.</summary>
public enum BypassReason
{
    /// <summary>It does not: the call is cacheable.</summary>
    None,

    /// <summary><see cref="ResponseCacheOptions.RequireTenant"/> is set and the call names no tenant.</summary>
    NoTenant,

    /// <summary><see cref="ResponseCacheOptions.RequireUser"/> is set and the call names no user.</summary>
    NoUser,

    /// <summary>The call continues a conversation that the service keeps (<c>ConversationId</c>): its history is not in the request.</summary>
    Conversation,

    /// <summary>The call resumes a response (<c>ContinuationToken</c>).</summary>
    Continuation,

    /// <summary>The call may answer in the background (<c>AllowBackgroundResponses</c>).</summary>
    Background,

    /// <summary>The call builds its own request (<c>RawRepresentationFactory</c>): what it asks cannot be read.</summary>
    RawRequest,

    /// <summary>More than one choice is asked.</summary>
    SeveralChoices,

    /// <summary>A tool that is not declared pure ran in this turn.</summary>
    ToolTurn,

    /// <summary>The request holds a tool, an option or a content whose meaning cannot be read completely.</summary>
    Unreadable,

    /// <summary>The question asks for what is true at this moment.</summary>
    Freshness,

    /// <summary>The turn asks the assistant to do something, and it has tools to do it with.</summary>
    Action,

    /// <summary>The question asks for the asker's own data, and the call names no user.</summary>
    Personal,

    /// <summary>The call has no messages.</summary>
    NoMessages,

    /// <summary>A fault of the cache; the call goes on without it.</summary>
    Fault,
}

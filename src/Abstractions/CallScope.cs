namespace Parsimony;

/// <summary>
/// Who a model call is made for. Every part of Parsimony reads it: the cache keeps tenants and users apart by it,
/// budgets and throttles act per agent, and reports group by it.
/// </summary>
/// <remarks>
/// A value that is <see langword="null"/> means "not said". Precedence, strongest first: the scope attached to
/// <see cref="Microsoft.Extensions.AI.ChatOptions"/> (<see cref="CallScopeChatOptionsExtensions"/>), the ambient scope
/// (<see cref="Begin"/>), what a kernel's call says itself (its arguments, the kernel's data, the function being run), and, for a
/// call nested in another, for whom that one is made. The model is never inherited from a call around.
/// </remarks>
public sealed record CallScope
{
    /// <summary>Gets the scope that says nothing.</summary>
    public static CallScope Empty { get; } = new();

    /// <summary>Gets the ambient scope of the current asynchronous flow, or <see cref="Empty"/>: what was begun, over the scope of the call being handled.</summary>
    public static CallScope Current => AmbientScope.Current.Known;

    /// <summary>Gets the tenant. No cached answer ever crosses from one tenant to another.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the user. Answers cached for a user are served to that user only.</summary>
    public string? User { get; init; }

    /// <summary>Gets the agent: the name that budgets, throttles and specialisations are configured by.</summary>
    public string? Agent { get; init; }

    /// <summary>Gets the conversation. It groups reports; it is no part of a cache key.</summary>
    public string? Session { get; init; }

    /// <summary>Gets the model id, used where <see cref="Microsoft.Extensions.AI.ChatOptions.ModelId"/> is not set.</summary>
    public string? Model { get; init; }

    /// <summary>Makes <paramref name="scope"/> the ambient scope until the returned value is disposed.</summary>
    /// <param name="scope">The new scope. What it leaves unsaid is taken from the scope around it.</param>
    /// <returns>A value that restores the scope around it when disposed.</returns>
    public static IDisposable Begin(CallScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return AmbientScope.Begin(scope);
    }

    /// <summary>Fills what this scope leaves unsaid from another.</summary>
    /// <param name="fallback">The weaker scope.</param>
    /// <returns>A scope with this one's values where they are set and <paramref name="fallback"/>'s elsewhere.</returns>
    public CallScope Over(CallScope fallback)
    {
        ArgumentNullException.ThrowIfNull(fallback);
        return new CallScope
        {
            Tenant = Tenant ?? fallback.Tenant,
            User = User ?? fallback.User,
            Agent = Agent ?? fallback.Agent,
            Session = Session ?? fallback.Session,
            Model = Model ?? fallback.Model,
        };
    }
}

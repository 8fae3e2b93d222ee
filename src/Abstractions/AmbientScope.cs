namespace Parsimony;

/// <summary>
/// What the asynchronous flow knows of the caller: what the app said (<see cref="CallScope.Begin"/>), and, inside a call that is
/// being handled, for whom that call was found to be made. A nested call inherits the latter, but what it says itself is stronger.
/// </summary>
internal sealed class AmbientScope
{
    private static readonly AsyncLocal<AmbientScope?> Ambient = new();
    private static readonly AmbientScope Nothing = new(CallScope.Empty, CallScope.Empty, null);
    private readonly AmbientScope? outer;

    private AmbientScope(CallScope own, CallScope derived, AmbientScope? outer)
    {
        Own = own;
        Derived = derived;
        this.outer = outer;
    }

    public static AmbientScope Current => Ambient.Value ?? Nothing;

    /// <summary>Gets what the app said.</summary>
    public CallScope Own { get; }

    /// <summary>Gets the scope of the call being handled, with its model.</summary>
    public CallScope Derived { get; }

    /// <summary>Gets what the app said over what a nested call inherits.</summary>
    public CallScope Known => ReferenceEquals(Derived, CallScope.Empty) ? Own : Over(CallScope.Empty);

    /// <summary>The scope of a call: what the app said, then what the call says itself, then what the call around it was made for, but not by which model.</summary>
    public CallScope Over(CallScope call) => Own.Over(call).Over(Derived.Model is null ? Derived : Derived with { Model = null });

    /// <summary>Says whether a call of an agent is being handled further out in this flow.</summary>
    public bool IsInsideCallOf(string agent)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
        {
            if (string.Equals(scope.Derived.Agent, agent, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Enters what the app says.</summary>
    public static Restore Begin(CallScope scope)
    {
        var around = Ambient.Value;
        Ambient.Value = around is null ? new AmbientScope(scope, CallScope.Empty, null) : new AmbientScope(scope.Over(around.Own), around.Derived, around.outer);
        return new Restore(around);
    }

    /// <summary>Enters a call that is handled for a scope. What the app had said otherwise, the call's own options have overruled.</summary>
    public static Restore BeginDerived(CallScope scope)
    {
        var around = Ambient.Value;
        Ambient.Value = new AmbientScope(around is null ? CallScope.Empty : Agreed(around.Own, scope), scope, around);
        return new Restore(around);
    }

    // The model is the service's, not the caller's: it overrules nothing.
    private static CallScope Agreed(CallScope own, CallScope derived) => new()
    {
        Tenant = own.Tenant == derived.Tenant ? own.Tenant : null,
        User = own.User == derived.User ? own.User : null,
        Agent = own.Agent == derived.Agent ? own.Agent : null,
        Session = own.Session == derived.Session ? own.Session : null,
        Model = own.Model,
    };

    /// <summary>Restores the flow as it was before.</summary>
    internal readonly struct Restore(AmbientScope? around) : IDisposable
    {
        public void Dispose() => Ambient.Value = around;
    }
}

using Microsoft.Extensions.AI;

namespace Parsimony;

/// <summary>Carries a <see cref="CallScope"/> in <see cref="ChatOptions"/>, for apps that cannot use the ambient one.</summary>
public static class CallScopeChatOptionsExtensions
{
    /// <summary>The key in <see cref="ChatOptions.AdditionalProperties"/> that holds the scope. It never reaches the model or a cache key.</summary>
    public const string PropertyName = "parsimony.scope";

    /// <summary>Attaches a scope to these options.</summary>
    /// <param name="options">The options to change.</param>
    /// <param name="scope">The scope of calls made with them.</param>
    /// <returns><paramref name="options"/>.</returns>
    public static ChatOptions WithCallScope(this ChatOptions options, CallScope scope)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(scope);
        (options.AdditionalProperties ??= [])[PropertyName] = scope;
        return options;
    }

    /// <summary>Says for whom a call with these options is made.</summary>
    /// <param name="options">The options of the call, if any.</param>
    /// <returns>The attached scope over the ambient one; <see cref="CallScope.Model"/> is <see cref="ChatOptions.ModelId"/> where that is set.</returns>
    public static CallScope ResolveCallScope(this ChatOptions? options)
    {
        var scope = options.AttachedCallScope() is { } attached ? attached.Over(CallScope.Current) : CallScope.Current;
        return options?.ModelId is { } model ? scope with { Model = model } : scope;
    }

    /// <summary>The scope for a client inside the call being handled, which alone inherits the call's model.</summary>
    internal static CallScope ResolveInnerCallScope(this ChatOptions? options)
    {
        var scope = options.ResolveCallScope();
        return options?.ModelId is null && options.AttachedCallScope()?.Model is null && AmbientScope.Current.Derived.Model is { } model
            ? scope with { Model = model }
            : scope;
    }

    internal static CallScope? AttachedCallScope(this ChatOptions? options) =>
        options?.AdditionalProperties?.TryGetValue(PropertyName, out var value) == true ? value as CallScope : null;
}

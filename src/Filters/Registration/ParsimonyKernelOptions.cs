using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony.SemanticKernel;

/// <summary>How Parsimony works in a kernel.</summary>
/// <remarks>
/// The first <c>AddParsimony</c> on a builder decides what is used. A later one that does not say keeps to it; of one that asks for
/// something else a warning says so. Only the plugin can still come in.
/// </remarks>
public sealed class ParsimonyKernelOptions
{
    internal ParsimonyKernelOptions(ParsimonyOptions options) => Options = options;

    /// <summary>Gets or sets whether the kernel's three filters are added.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool UseFilters
    {
        get => FiltersAsked ?? true;
        set => FiltersAsked = value;
    }

    /// <summary>Gets or sets whether the kernel's AI services are decorated and selected through Parsimony.</summary>
    /// <value>
    /// The default is <see langword="true"/>. Without it only prompt functions and the functions that models call are covered:
    /// direct calls, agents and answers from the cache in streamed calls are not.
    /// </value>
    public bool UseDecorators
    {
        get => DecoratorsAsked ?? true;
        set => DecoratorsAsked = value;
    }

    /// <summary>Gets or sets whether the kernel gets the plugin "Parsimony".</summary>
    /// <value>The default is <see langword="true"/>. A model that is offered all the kernel's functions is offered these too, at some 230 tokens a request.</value>
    public bool UsePlugin
    {
        get => PluginAsked ?? true;
        set => PluginAsked = value;
    }

    /// <summary>Gets all settings that are not the kernel's.</summary>
    public ParsimonyOptions Options { get; }

    /// <summary>Gets the budgets of requests.</summary>
    public ContextBudgetOptions Context => Options.Context;

    /// <summary>Gets the settings of the response cache.</summary>
    public ResponseCacheOptions Cache => Options.Cache;

    internal bool? FiltersAsked { get; private set; }

    internal bool? DecoratorsAsked { get; private set; }

    internal bool? PluginAsked { get; private set; }
}

using Microsoft.SemanticKernel;
using Parsimony.Caching;

namespace Parsimony.SemanticKernel;

/// <summary>
/// What the filters of one function's invocation tell each other: the function filter is around the whole call, the render filter
/// in the middle of it. Without streaming only; in streamed calls an <see cref="AsyncLocal{T}"/> does not reach that far.
/// </summary>
internal sealed class FunctionFlow(KernelFunction function, KernelArguments arguments)
{
    private static readonly AsyncLocal<FunctionFlow?> Ambient = new();

    public static FunctionFlow? Current => Ambient.Value;

    /// <summary>Gets the tools that ran during the invocation.</summary>
    public ToolWatch Tools { get; } = new();

    /// <summary>Gets or sets a value indicating whether the function is a prompt that these filters handled: its history belongs to nobody else.</summary>
    public bool IsPrompt { get; set; }

    /// <summary>Gets or sets the plan of a call that the cache could not answer.</summary>
    public CachePlan? Miss { get; set; }

    /// <summary>Gets or sets the leave to call, given back when the invocation ends.</summary>
    public IDisposable? Lease { get; set; }

    /// <summary>Finds the flow of an invocation; a flow of another function, further out, is none of its business.</summary>
    public static FunctionFlow? Of(KernelFunction function, KernelArguments arguments) =>
        Ambient.Value is { } flow && flow.IsOf(function, arguments) ? flow : null;

    /// <summary>Makes this the flow of the calling method and of all that it calls.</summary>
    public void Enter() => Ambient.Value = this;

    private bool IsOf(KernelFunction other, KernelArguments otherArguments) =>
        ReferenceEquals(function, other) && ReferenceEquals(arguments, otherArguments);
}

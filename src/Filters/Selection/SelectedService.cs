using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>
/// The service that a prompt was selected for a moment ago. A kernel selects in the same method that renders, so what is noted
/// there is known here; an app's selector, which may choose another service each time, is asked once.
/// </summary>
internal sealed record SelectedService(KernelFunction Function, KernelArguments Arguments, object Service)
{
    private static readonly AsyncLocal<SelectedService?> Ambient = new();

    public static void Note(KernelFunction function, KernelArguments arguments, object service) =>
        Ambient.Value = new SelectedService(function, arguments, service);

    public static object? For(KernelFunction function, KernelArguments arguments) =>
        Ambient.Value is { } selected && ReferenceEquals(selected.Function, function) && ReferenceEquals(selected.Arguments, arguments) ? selected.Service : null;
}

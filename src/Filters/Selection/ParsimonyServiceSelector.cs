using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Services;

namespace Parsimony.SemanticKernel;

/// <summary>
/// Asks the app's selector, or the kernel's own, and binds what it selects to the function and the arguments of the call: the
/// one way to know them that works in streamed calls too. A service that was registered after Parsimony is decorated here.
/// </summary>
internal sealed class ParsimonyServiceSelector(IAIServiceSelector? inner, KernelEngine engine) : IAIServiceSelector, IChatClientSelector
{
    // A kernel without services answers with its own selector.
    private readonly IAIServiceSelector inner = inner ?? new Kernel().ServiceSelector;

    public bool TrySelectAIService<T>(
        Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
        where T : class, IAIService
    {
        if (!inner.TrySelectAIService(kernel, function, arguments, out service, out serviceSettings))
        {
            return false;
        }

        service = Bind(service, kernel, function, arguments);
        return true;
    }

    public bool TrySelectChatClient<T>(
        Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
        where T : class, IChatClient
    {
        service = null;
        serviceSettings = null;
        if (inner is not IChatClientSelector clients || !clients.TrySelectChatClient(kernel, function, arguments, out service, out serviceSettings))
        {
            return false;
        }

        service = Bind(service, kernel, function, arguments);
        return true;
    }

    private T Bind<T>(T service, Kernel kernel, KernelFunction function, KernelArguments arguments)
        where T : class
    {
        // A caller that asked for a type of its own gets that type, undecorated.
        var selected = engine.Decorations.Decorate(typeof(T), service) is IBindableService bindable && bindable.Bind(new CallBinding(kernel, function, arguments)) is T bound
            ? bound
            : service;
        SelectedService.Note(function, arguments, selected);
        return selected;
    }
}

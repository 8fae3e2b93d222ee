using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel;

/// <summary>Makes the decorator of a service; a service that is met again gets the one it has.</summary>
internal sealed class ServiceDecorations(KernelEngine engine, bool enabled)
{
    private static readonly ServiceIdentity Borrowed = new(Name: null, IsOwned: false);
    private readonly ConditionalWeakTable<object, object> late = [];

    /// <summary>Says whether services of a type are decorated.</summary>
    public static bool Covers(Type serviceType) =>
        serviceType == typeof(IChatCompletionService) || serviceType == typeof(ITextGenerationService) || serviceType == typeof(IChatClient);

    /// <summary>The decorator of a service that is met at a call; the service itself where it is decorated or not to be.</summary>
    public object Decorate(Type serviceType, object service) =>
        !enabled || service is IBindableService || !Covers(serviceType)
            ? service
            : late.GetValue(service, s => Create(serviceType, s, Borrowed));

    /// <summary>Makes a decorator.</summary>
    public object Create(Type serviceType, object service, ServiceIdentity identity) => service switch
    {
        IChatClient client when serviceType == typeof(IChatClient) => new DecoratedChatClient(client, engine, identity),
        IChatCompletionService both when both is ITextGenerationService => new DecoratedChatAndTextService(both, engine, identity),
        IChatCompletionService chat => new DecoratedChatCompletionService(chat, engine, identity),
        ITextGenerationService text => new DecoratedTextGenerationService(text, engine, identity),
        _ => service,
    };
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel;

/// <summary>
/// Decorates the registrations of a service collection in place: key, lifetime and order stay, the inner service lives inside the
/// factory. (Registered under a key of ours it would be found by the kernel, which looks at every key.)
/// </summary>
internal sealed class DecoratedDescriptors(IServiceCollection services)
{
    private readonly HashSet<ServiceDescriptor> decorated = new(ReferenceEqualityComparer.Instance);
    private int isReported;

    /// <summary>Gets or sets a value indicating whether the plugin is registered.</summary>
    public bool HasPlugin { get; set; }

    /// <summary>Decorates what is registered by now and not decorated yet.</summary>
    public void DecorateAll()
    {
        Volatile.Write(ref isReported, 0);
        for (var i = 0; i < services.Count; i++)
        {
            var descriptor = services[i];
            if (ServiceDecorations.Covers(descriptor.ServiceType) && !decorated.Contains(descriptor))
            {
                services[i] = Decorate(descriptor);
                decorated.Add(services[i]);
            }
        }
    }

    /// <summary>Names, in one warning, the services that were registered after us. Asked when a container is built; after each call of AddParsimony they are named once.</summary>
    public void ReportLate(ILogger logger)
    {
        if (Interlocked.Exchange(ref isReported, 1) == 1)
        {
            return;
        }

        var late = services.Where(d => ServiceDecorations.Covers(d.ServiceType) && !decorated.Contains(d)).Select(Name).ToList();
        if (services.LastOrDefault(static d => d.ServiceType == typeof(IAIServiceSelector)) is { } selector && !KernelRegistration.IsOurs(selector))
        {
            Log.LateSelector(logger, late.Count > 0 ? string.Join(", ", late) : "no services");
        }
        else if (late.Count > 0)
        {
            Log.LateServices(logger, string.Join(", ", late));
        }
    }

    private static string Name(ServiceDescriptor descriptor) =>
        descriptor.ServiceKey is { } key ? $"{descriptor.ServiceType.Name} '{key}'" : descriptor.ServiceType.Name;

    private ServiceDescriptor Decorate(ServiceDescriptor descriptor)
    {
        var type = descriptor.ServiceType;
        var siblings = services;
        var isInstance = (descriptor.IsKeyedService ? descriptor.KeyedImplementationInstance : descriptor.ImplementationInstance) is not null;
        Func<IServiceProvider, object?, object> make = (provider, key) => provider.GetRequiredService<KernelEngine>().Decorations.Create(
            type,
            Inner(descriptor, provider, key),
            new ServiceIdentity(siblings.Count(d => d.ServiceType == type) > 1 ? key?.ToString() ?? "" : null, !isInstance));
        return descriptor.IsKeyedService
            ? new ServiceDescriptor(type, descriptor.ServiceKey, make, descriptor.Lifetime)
            : new ServiceDescriptor(type, provider => make(provider, null), descriptor.Lifetime);
    }

    /// <summary>Makes what a registration stands for.</summary>
    public static object Inner(ServiceDescriptor descriptor, IServiceProvider provider, object? key) => descriptor.IsKeyedService
        ? descriptor.KeyedImplementationInstance
            ?? descriptor.KeyedImplementationFactory?.Invoke(provider, key)
            ?? ActivatorUtilities.CreateInstance(provider, descriptor.KeyedImplementationType!)
        : descriptor.ImplementationInstance
            ?? descriptor.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!);
}

using Microsoft.Extensions.AI;

namespace Parsimony;

/// <summary>
/// Puts Parsimony around a chat client. A whole pipeline reads, from the inside out: the model's client, <see cref="WithContextBudget"/>,
/// function invocation, <see cref="WithParsimony"/>.
/// </summary>
public static class ParsimonyChatClientExtensions
{
    /// <summary>Throttles agents and caches answers. It belongs outside function invocation: one decision for each turn of a user.</summary>
    /// <param name="client">The client to put it around.</param>
    /// <param name="services">A provider with <c>AddParsimony</c>.</param>
    /// <returns>The outer client; <paramref name="client"/> itself where both cache and throttle are switched off.</returns>
    /// <exception cref="InvalidOperationException">Parsimony is not registered.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have mistakes; it lists them all.</exception>
    public static IChatClient WithParsimony(this IChatClient client, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(services);
        var cache = services.ParsimonyCache();
        var throttle = services.ParsimonyThrottle();
        return cache is null && throttle is null
            ? client
            : ParsimonyPipeline.Cache(client, cache, throttle, services.ParsimonyOptions().EnableBudget, services);
    }

    /// <summary>Fits every request to its budget. It belongs below function invocation: one decision for each request to the model.</summary>
    /// <param name="client">The client to put it around.</param>
    /// <param name="services">A provider with <c>AddParsimony</c>.</param>
    /// <returns>The outer client; <paramref name="client"/> itself where budgets are switched off.</returns>
    /// <exception cref="InvalidOperationException">Parsimony is not registered.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options have mistakes; it lists them all.</exception>
    public static IChatClient WithContextBudget(this IChatClient client, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(services);
        return services.ParsimonyFitter() is { } fitter
            ? ParsimonyPipeline.Budget(client, fitter, services.ParsimonyOptions().EnableCache, services)
            : client;
    }
}

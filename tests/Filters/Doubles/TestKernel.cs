using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>Kernels with Parsimony, as an app builds them. The plugin is left out where a test does not ask for it: its functions are tools.</summary>
internal static class TestKernel
{
    public static Kernel With(IChatCompletionService service, Action<ParsimonyKernelOptions>? configure = null) =>
        Build(services => services.AddSingleton(service), configure);

    public static Kernel With(ITextGenerationService service, Action<ParsimonyKernelOptions>? configure = null) =>
        Build(services => services.AddSingleton(service), configure);

    public static Kernel With(IChatClient client, Action<ParsimonyKernelOptions>? configure = null) =>
        Build(services => services.AddSingleton(client), configure);

    public static Kernel Build(Action<IServiceCollection> register, Action<ParsimonyKernelOptions>? configure = null)
    {
        var builder = Kernel.CreateBuilder();
        register(builder.Services);
        builder.AddParsimony(options =>
        {
            options.UsePlugin = false;
            configure?.Invoke(options);
        });
        return builder.Build();
    }

    /// <summary>Budgets of so many tokens for all that is sent.</summary>
    public static void Budget(this ParsimonyKernelOptions options, int tokens)
    {
        options.Context.ContextWindow = 128_000;
        options.Context.MaxContextTokens = tokens;
        options.Options.EnableThrottle = false;
        options.Context.MinimumPressureShare = 1;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel.Tests;

internal static class KernelBuilderExtensions
{
    public static IKernelBuilder Add(this IKernelBuilder builder, IChatCompletionService service)
    {
        builder.Services.AddSingleton(service);
        return builder;
    }
}

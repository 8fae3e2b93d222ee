using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>One counting service of each kind, of which a kernel gets the one that a door leads to.</summary>
internal sealed class CountingModel
{
    public CountingChatService Chat { get; } = new();

    public CountingTextService Text { get; } = new();

    public CountingChatClient Client { get; } = new();

    public int Calls => Chat.Calls + Text.Calls + Client.Calls;

    public void Register(IServiceCollection services, string kind)
    {
        _ = kind switch
        {
            "chat" => services.AddSingleton<IChatCompletionService>(Chat),
            "text" => services.AddSingleton<ITextGenerationService>(Text),
            _ => services.AddSingleton<IChatClient>(Client),
        };
    }

    public Kernel Kernel(Door door, Action<ParsimonyKernelOptions>? configure = null) => TestKernel.Build(s => Register(s, door.Service), configure);
}

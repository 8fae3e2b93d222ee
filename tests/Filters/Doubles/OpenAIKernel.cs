using Microsoft.SemanticKernel;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>Kernels whose real OpenAI connectors talk to a loopback server.</summary>
internal static class OpenAIKernel
{
    public const string Model = "gpt-4o";

    /// <summary>The connector with a chat service, whose tool loop works on a <c>ChatHistory</c>.</summary>
    public static Kernel Chat(OpenAIServer server, Action<ParsimonyKernelOptions>? configure = null) =>
        Build(b => b.AddOpenAIChatCompletion(Model, server.Endpoint, "key"), configure);

    /// <summary>The connector with a chat client, whose tool loop works on the messages of a request.</summary>
    public static Kernel Client(OpenAIServer server, Action<ParsimonyKernelOptions>? configure = null) =>
        Build(b => b.AddOpenAIChatClient(Model, server.Endpoint, "key"), configure);

    public static Kernel Of(string kind, OpenAIServer server, Action<ParsimonyKernelOptions>? configure = null) =>
        kind == "chat" ? Chat(server, configure) : Client(server, configure);

    private static Kernel Build(Action<IKernelBuilder> add, Action<ParsimonyKernelOptions>? configure)
    {
        var builder = Kernel.CreateBuilder();
        add(builder);
        builder.AddParsimony(options =>
        {
            options.UsePlugin = false;
            options.Options.EnableThrottle = false;
            configure?.Invoke(options);
        });
        return builder.Build();
    }
}

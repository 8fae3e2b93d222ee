using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>A way to a model: which service stands behind it, and how a question goes through it, streamed or not.</summary>
internal sealed record Door(string Name, string Service, Func<Kernel, string, bool, Task<string>> Ask)
{
    public static IReadOnlyList<Door> All { get; } =
    [
        new("prompt on a chat service", "chat", PromptAsync),
        new("prompt on a text service", "text", PromptAsync),
        new("prompt on a chat client", "client", PromptAsync),
        new("chat service", "chat", ChatAsync),
        new("text service", "text", TextAsync),
        new("chat client", "client", ClientAsync),
        new("agent on a chat service", "chat", AgentAsync),
        new("agent on a chat client", "client", AgentAsync),
    ];

    public static TheoryData<string, bool> Doors
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var door in All)
            {
                data.Add(door.Name, false);
                data.Add(door.Name, true);
            }

            return data;
        }
    }

    public static Door Named(string name) => All.Single(d => d.Name == name);

    private static async Task<string> PromptAsync(Kernel kernel, string question, bool streaming)
    {
        var function = kernel.CreateFunctionFromPrompt("{{$input}}", functionName: "ask");
        var arguments = new KernelArguments { ["input"] = question };
        if (!streaming)
        {
            return (await kernel.InvokeAsync(function, arguments)).GetValue<string>()!;
        }

        return string.Concat(await kernel.InvokeStreamingAsync<StreamingKernelContent>(function, arguments).ToListAsync());
    }

    private static async Task<string> ChatAsync(Kernel kernel, string question, bool streaming)
    {
        var service = kernel.GetRequiredService<IChatCompletionService>();
        ChatHistory history = [new ChatMessageContent(AuthorRole.User, question)];
        return streaming
            ? string.Concat(await service.GetStreamingChatMessageContentsAsync(history, kernel: kernel).ToListAsync())
            : (await service.GetChatMessageContentAsync(history, kernel: kernel)).Content!;
    }

    private static async Task<string> TextAsync(Kernel kernel, string question, bool streaming)
    {
        var service = kernel.GetRequiredService<ITextGenerationService>();
        return streaming
            ? string.Concat(await service.GetStreamingTextContentsAsync(question, kernel: kernel).ToListAsync())
            : (await service.GetTextContentAsync(question, kernel: kernel)).Text!;
    }

    private static async Task<string> ClientAsync(Kernel kernel, string question, bool streaming)
    {
        var client = kernel.GetRequiredService<IChatClient>();
        return streaming
            ? string.Concat(await client.GetStreamingResponseAsync(question).ToListAsync())
            : (await client.GetResponseAsync(question)).Text;
    }

    private static async Task<string> AgentAsync(Kernel kernel, string question, bool streaming)
    {
        var agent = new ChatCompletionAgent { Name = "Clerk", Instructions = "Be brief.", Kernel = kernel };
        var message = new ChatMessageContent(AuthorRole.User, question);
        if (!streaming)
        {
            return string.Concat((await agent.InvokeAsync(message).ToListAsync()).Select(static r => r.Message.Content));
        }

        return string.Concat((await agent.InvokeStreamingAsync(message).ToListAsync()).Select(static r => r.Message.Content));
    }
}

using System.ClientModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using OpenAI;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>Real clients against a server that speaks OpenAI's wire format: what matters is what the server was sent.</summary>
public class OpenAIWireTests
{
    private const string Question = "What about parcels at number 7?";

    public static TheoryData<string, bool> Clients => new()
    {
        { "chat", false }, { "chat", true }, { "client", false }, { "client", true }, { "sdk", false }, { "sdk", true },
        { "adapter", false }, { "adapter", true },
    };

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task A_hit_sends_nothing(string kind, bool streaming)
    {
        using var server = new OpenAIServer(static _ => new OpenAIReply("Until noon, says the clerk."));
        var kernel = Build(kind, server, 10_000);

        var first = await AskAsync(kernel, kind, Conversation.Long(3, Question), streaming);
        var second = await AskAsync(kernel, kind, Conversation.Long(3, Question), !streaming);
        var third = await AskAsync(kernel, kind, Conversation.Long(3, Question), streaming);

        Assert.Single(server.Requests);
        Assert.All([first, second, third], static a => Assert.Equal("Until noon, says the clerk.", a));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task No_request_is_larger_than_its_budget(string kind, bool streaming)
    {
        using var server = new OpenAIServer(static _ => new OpenAIReply("Until noon."));
        var kernel = Build(kind, server, 600);
        var history = Conversation.Long(60, Question);
        var before = history.ToList();

        await AskAsync(kernel, kind, history, streaming);

        var request = Assert.Single(server.Requests);
        Assert.InRange(WireTokens.Count(request), 400, 600);
        var sent = WireTokens.Messages(request);
        Assert.Equal("system: You are a clerk of a card bank.", sent[0]);
        Assert.Equal($"user: {Question}", sent[^1]);
        Assert.Contains(sent, static m => m.Contains("number 7 ", StringComparison.Ordinal));
        Assert.Equal(before, history);
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task An_answer_that_was_cut_off_is_not_kept(string kind, bool streaming)
    {
        using var server = new OpenAIServer(static _ => new OpenAIReply("Until") { FinishReason = "length" });
        var kernel = Build(kind, server, 10_000);

        await AskAsync(kernel, kind, Conversation.Long(1, Question), streaming);
        await AskAsync(kernel, kind, Conversation.Long(1, Question), streaming);

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("chat", false)]
    [InlineData("chat", true)]
    [InlineData("client", false)]
    [InlineData("client", true)]
    public async Task Settings_reach_the_wire_and_tell_answers_apart(string kind, bool streaming)
    {
        using var server = new OpenAIServer(static _ => new OpenAIReply("Until noon."));
        var kernel = Build(kind, server, 10_000);
        foreach (var temperature in new[] { 0.1, 0.9, 0.1 })
        {
            var arguments = new KernelArguments(new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings { Temperature = temperature, MaxTokens = 50 });
            _ = streaming
                ? (object)await kernel.InvokePromptStreamingAsync(Question, arguments).ToListAsync()
                : await kernel.InvokePromptAsync(Question, arguments);
        }

        Assert.Equal([0.1, 0.9], server.Requests.Select(static r => Math.Round(r.GetProperty("temperature").GetDouble(), 3)));
        Assert.All(server.Requests, static r => Assert.DoesNotContain("parsimony", r.GetRawText(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_sdk_with_its_own_tool_loop_is_covered(bool streaming)
    {
        using var server = new OpenAIServer(static request => WireTokens.Messages(request)[^1].StartsWith("tool:", StringComparison.Ordinal)
            ? new OpenAIReply("Done.")
            : OpenAIReply.CallTool(request));
        var kernel = Build("sdk", server, 1_000);
        var client = kernel.GetRequiredService<IChatClient>();
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(static () => Conversation.Report(40), "read")] };

        var answer = streaming
            ? string.Concat(await client.GetStreamingResponseAsync(Question, options).ToListAsync())
            : (await client.GetResponseAsync(Question, options)).Text;

        Assert.Equal("Done.", answer);
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, static r => Assert.InRange(WireTokens.Count(r), 10, 1_000));
    }

    private static Kernel Build(string kind, OpenAIServer server, int budget)
    {
        if (kind is "chat" or "client")
        {
            return OpenAIKernel.Of(kind, server, o => o.Budget(budget));
        }

        var client = new OpenAIClient(new ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = server.Endpoint })
            .GetChatClient(OpenAIKernel.Model).AsIChatClient().AsBuilder().UseFunctionInvocation().Build();
        return TestKernel.Build(
            services => _ = kind == "sdk" ? services.AddSingleton(client) : services.AddSingleton(client.AsChatCompletionService()),
            o => o.Budget(budget));
    }

    private static async Task<string> AskAsync(Kernel kernel, string kind, ChatHistory history, bool streaming)
    {
        if (kind is "chat" or "adapter")
        {
            var service = kernel.GetRequiredService<IChatCompletionService>();
            return streaming
                ? string.Concat(await service.GetStreamingChatMessageContentsAsync(history, kernel: kernel).ToListAsync())
                : (await service.GetChatMessageContentAsync(history, kernel: kernel)).Content!;
        }

        var client = kernel.GetRequiredService<IChatClient>();
        var messages = history.Select(static m => m.ToChatMessage()).ToList();
        return streaming
            ? string.Concat(await client.GetStreamingResponseAsync(messages).ToListAsync())
            : (await client.GetResponseAsync(messages)).Text;
    }
}

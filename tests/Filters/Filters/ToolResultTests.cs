using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Context;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>What a tool returns, on its way back to the model.</summary>
public class ToolResultTests
{
    public static TheoryData<string, bool, bool> Paths
    {
        get
        {
            var data = new TheoryData<string, bool, bool>();
            foreach (var kind in new[] { "chat", "client" })
            {
                data.Add(kind, false, false);
                data.Add(kind, true, false);
                data.Add(kind, false, true);
                data.Add(kind, true, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_long_result_is_capped(string kind, bool streaming, bool decorators)
    {
        using var server = Tools();
        var kernel = OpenAIKernel.Of(kind, server, o =>
        {
            o.UseDecorators = decorators;
            o.Context.ToolResultMaxTokens = 200;
        });
        AddLedger(kernel, Conversation.Report(1_000));

        var answer = await AskAsync(kernel, "Which account does ledger page 1554 name?", streaming);

        Assert.Equal("Done.", answer);
        var result = ToolText(server.Requests[^1]);
        Assert.InRange(TokenCounter.O200kBase.Count(result), 20, 200);
        Assert.StartsWith("Section 0.", result, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_result_larger_than_the_budget_is_cut_to_it(string kind, bool streaming, bool decorators)
    {
        using var server = Tools();
        var kernel = OpenAIKernel.Of(kind, server, o =>
        {
            o.UseDecorators = decorators;
            o.Budget(1_000);
        });
        AddLedger(kernel, Conversation.Report(20_000));

        var answer = await AskAsync(kernel, "Which account does ledger page 1554 name?", streaming);

        Assert.Equal("Done.", answer);
        Assert.All(server.Requests, static r => Assert.InRange(WireTokens.Count(r), 10, 1_000));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_short_result_comes_through_untouched(string kind, bool streaming, bool decorators)
    {
        using var server = Tools();
        var kernel = OpenAIKernel.Of(kind, server, o =>
        {
            o.UseDecorators = decorators;
            o.Context.ToolResultMaxTokens = 200;
        });
        AddLedger(kernel, "Page 1554 names account 9.");

        await AskAsync(kernel, "Which account does ledger page 1554 name?", streaming);

        Assert.Equal("Page 1554 names account 9.", ToolText(server.Requests[^1]));
    }

    [Fact]
    public async Task The_callers_history_gets_the_whole_result_where_its_service_is_decorated()
    {
        using var server = Tools();
        var kernel = OpenAIKernel.Chat(server, static o => o.Context.ToolResultMaxTokens = 200);
        AddLedger(kernel, Conversation.Report(1_000));
        var history = new ChatHistory();
        history.AddUserMessage("Which account does ledger page 1554 name?");

        await kernel.GetRequiredService<IChatCompletionService>().GetChatMessageContentAsync(history, Auto(), kernel);

        Assert.Equal([AuthorRole.User, AuthorRole.Assistant, AuthorRole.Tool], history.Select(static m => m.Role));
        Assert.Equal(Conversation.Report(1_000), history[2].Content);
    }

    private static OpenAIServer Tools() => new(static request => WireTokens.Messages(request)[^1].StartsWith("tool:", StringComparison.Ordinal)
        ? new OpenAIReply("Done.")
        : OpenAIReply.CallTool(request));

    private static PromptExecutionSettings Auto() => new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };

    private static void AddLedger(Kernel kernel, string text) =>
        kernel.Plugins.AddFromFunctions("ledger", [KernelFunctionFactory.CreateFromMethod(() => text, "read")]);

    private static async Task<string> AskAsync(Kernel kernel, string question, bool streaming)
    {
        var arguments = new KernelArguments(Auto());
        return streaming
            ? string.Concat(await kernel.InvokePromptStreamingAsync(question, arguments).ToListAsync())
            : (await kernel.InvokePromptAsync(question, arguments)).ToString();
    }

    private static string ToolText(System.Text.Json.JsonElement request) =>
        WireTokens.Text(request.GetProperty("messages").EnumerateArray().Last(static m => m.GetProperty("role").GetString() == "tool"));
}

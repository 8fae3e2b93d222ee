using System.Text.Json;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Context;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>The tool loops that run inside the real connectors, each against a server that counts.</summary>
public class ToolLoopTests
{
    private const string Question = "What is the exchange rate of the crown?";

    public static TheoryData<string, bool> Paths => new() { { "chat", false }, { "chat", true }, { "client", false }, { "client", true } };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_model_sees_each_round_once_and_the_answer_is_not_kept(string kind, bool streaming)
    {
        using var server = Rounds(2);
        var kernel = OpenAIKernel.Of(kind, server);
        AddRates(kernel);

        var first = await AskAsync(kernel, Question, streaming);
        var rounds = server.Requests.Count;
        var second = await AskAsync(kernel, Question, streaming);

        Assert.Equal((3, 6), (rounds, server.Requests.Count));
        Assert.Equal(["The answer.", "The answer."], [first, second]);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task An_answer_of_tools_that_are_declared_pure_is_kept(string kind, bool streaming)
    {
        using var server = Rounds(1);
        var kernel = OpenAIKernel.Of(kind, server, static o =>
        {
            o.Cache.PureTools.Add("rates_get");
            o.Cache.PureTools.Add("rates_get");
        });
        AddRates(kernel);

        var first = await AskAsync(kernel, Question, streaming);
        var second = await AskAsync(kernel, Question, streaming);

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_round_keeps_to_the_budget(string kind, bool streaming)
    {
        using var server = Rounds(6);
        var kernel = OpenAIKernel.Of(kind, server, static o => o.Budget(900));
        AddRates(kernel, Conversation.Report(12));
        var prompt = string.Concat(Conversation.Long(30, Question).Select(static m => $"<message role=\"{m.Role}\">{m.Content}</message>"));

        var answer = await AskAsync(kernel, prompt, streaming);

        Assert.Equal("The answer.", answer);
        Assert.Equal(7, server.Requests.Count);
        Assert.All(server.Requests, static r => Assert.InRange(WireTokens.Count(r), 10, 900));
        Assert.All(server.Requests, static r => Assert.Contains($"user: {Question}", WireTokens.Messages(r)));
        Assert.All(server.Requests, AssertCallsAndResultsPair);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_round_begins_with_the_round_before_it_in_the_mode_of_stable_prefixes(string kind, bool streaming)
    {
        using var server = Rounds(3);
        var kernel = OpenAIKernel.Of(kind, server, static o =>
        {
            o.Budget(1_200);
            o.Options.Context.Mode = ContextMode.StablePrefix;
        });
        AddRates(kernel);
        var prompt = string.Concat(Conversation.Long(30, Question).Select(static m => $"<message role=\"{m.Role}\">{m.Content}</message>"));

        await AskAsync(kernel, prompt, streaming);

        var sent = server.Requests.Select(WireTokens.Messages).ToList();
        Assert.Equal(4, sent.Count);
        Assert.InRange(sent[0].Count, 5, 40);
        Assert.All(sent.Zip(sent.Skip(1)), static p => Assert.Equal(p.First, p.Second.Take(p.First.Count)));
        Assert.All(server.Requests, static r => Assert.InRange(WireTokens.Count(r), 10, 1_200));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Old_turns_that_matter_are_quoted_to_a_chat_service_and_stay_through_its_rounds(bool streaming)
    {
        using var server = Rounds(3);
        var kernel = OpenAIKernel.Chat(server, static o =>
        {
            o.Budget(1_200);
            o.Options.Context.Mode = ContextMode.StablePrefix;
        });
        AddRates(kernel);
        var history = Conversation.Long(60, Question);
        history.Insert(1, new ChatMessageContent(AuthorRole.User, "The crown is my currency; its exchange rate matters to me."));
        var before = history.Count;
        var chat = kernel.GetRequiredService<IChatCompletionService>();

        _ = streaming
            ? (object)await chat.GetStreamingChatMessageContentsAsync(history, Auto(), kernel).ToListAsync()
            : await chat.GetChatMessageContentsAsync(history, Auto(), kernel);

        var sent = server.Requests.Select(WireTokens.Messages).ToList();
        Assert.Equal(4, sent.Count);
        Assert.Contains("Earlier in this conversation:", sent[0][^2], StringComparison.Ordinal);
        Assert.Contains("The crown is my currency", sent[0][^2], StringComparison.Ordinal);
        Assert.All(sent.Zip(sent.Skip(1)), static p => Assert.Equal(p.First, p.Second.Take(p.First.Count)));
        Assert.All(server.Requests, static r => Assert.InRange(WireTokens.Count(r), 10, 1_200));
        Assert.Equal(before + 6, history.Count);
        Assert.DoesNotContain(history, static m => m.Content?.StartsWith("Earlier in", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_callers_history_keeps_everything_and_gets_what_the_loop_appends(bool streaming)
    {
        using var server = Rounds(2);
        var kernel = OpenAIKernel.Chat(server, static o => o.Budget(500));
        AddRates(kernel);
        var history = Conversation.Long(30, Question);
        var before = history.ToList();
        var chat = kernel.GetRequiredService<IChatCompletionService>();

        _ = streaming
            ? (object)await chat.GetStreamingChatMessageContentsAsync(history, Auto(), kernel).ToListAsync()
            : await chat.GetChatMessageContentAsync(history, Auto(), kernel);

        Assert.Equal(before, history.Take(before.Count));
        Assert.Equal(
            [AuthorRole.Assistant, AuthorRole.Tool, AuthorRole.Assistant, AuthorRole.Tool],
            history.Skip(before.Count).Select(static m => m.Role));
        Assert.True(server.Requests[0].GetProperty("messages").GetArrayLength() < before.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_round_that_cannot_fit_leaves_no_call_without_its_result(bool streaming)
    {
        using var server = new OpenAIServer(static request =>
        {
            var call = OpenAIReply.CallTool(request, "{\"round\":\"1\"}").Calls[0];
            return new OpenAIReply(null, call, (call.Name, "{\"round\":\"2\"}"));
        });
        var kernel = OpenAIKernel.Chat(server, static o => o.Budget(100));
        kernel.Plugins.AddFromFunctions("rates", [KernelFunctionFactory.CreateFromMethod((string round) => string.Join(' ', Enumerable.Repeat(round, 200)), "get")]);
        ChatHistory history = [new ChatMessageContent(AuthorRole.User, string.Join(' ', Enumerable.Repeat("crown", 30)))];
        var chat = kernel.GetRequiredService<IChatCompletionService>();

        await Assert.ThrowsAsync<ContextBudgetException>(async () => _ = streaming
            ? (object)await chat.GetStreamingChatMessageContentsAsync(history, Auto(), kernel).ToListAsync()
            : await chat.GetChatMessageContentAsync(history, Auto(), kernel));

        Assert.Equal(2, history.SelectMany(static m => m.Items).OfType<FunctionCallContent>().Count());
        Assert.Equal(2, history.SelectMany(static m => m.Items).OfType<FunctionResultContent>().Count());
    }

    [Theory]
    [InlineData("chat", false)]
    [InlineData("chat", true)]
    [InlineData("client", false)]
    [InlineData("client", true)]
    public async Task An_agents_thread_gets_the_tool_messages(string kind, bool streaming)
    {
        using var server = Rounds(1);
        var kernel = OpenAIKernel.Of(kind, server);
        AddRates(kernel);
        var agent = new ChatCompletionAgent { Name = "Clerk", Instructions = "Be brief.", Kernel = kernel, Arguments = new KernelArguments(Auto()) };
        var thread = new ChatHistoryAgentThread();
        var message = new ChatMessageContent(AuthorRole.User, Question);

        _ = streaming ? (object)await agent.InvokeStreamingAsync(message, thread).ToListAsync() : await agent.InvokeAsync(message, thread).ToListAsync();

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(
            [AuthorRole.User, AuthorRole.Assistant, AuthorRole.Tool, AuthorRole.Assistant],
            thread.ChatHistory.Select(static m => m.Role));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_prompt_nested_in_a_tool_is_handled_on_its_own(string kind, bool streaming)
    {
        using var server = new OpenAIServer(static request => Last(request) switch
        {
            "user: Translate crown." => new OpenAIReply("koruna"),
            var last when last.StartsWith("tool:", StringComparison.Ordinal) => new OpenAIReply("The answer."),
            _ => OpenAIReply.CallTool(request),
        });
        var kernel = OpenAIKernel.Of(kind, server);
        kernel.Plugins.AddFromFunctions("nested", [KernelFunctionFactory.CreateFromPrompt("Translate crown.", functionName: "translate")]);

        await AskAsync(kernel, Question, streaming);
        await AskAsync(kernel, "What is a crown worth?", streaming);

        // The nested prompt was answered by the model once and by the cache once; the questions around it ran a tool and were not kept.
        Assert.Equal(1, server.Requests.Count(static r => Last(r) == "user: Translate crown."));
        Assert.Equal(5, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_tool_that_repeats_its_callers_question_does_not_wait_for_itself(string kind, bool streaming)
    {
        var depth = 0;
        using var server = new OpenAIServer(request => Last(request).StartsWith("tool:", StringComparison.Ordinal) || Interlocked.Increment(ref depth) > 1
            ? new OpenAIReply("The answer.")
            : OpenAIReply.CallTool(request));
        var kernel = OpenAIKernel.Of(kind, server);
        kernel.Plugins.AddFromFunctions("nested", [KernelFunctionFactory.CreateFromPrompt(Question, functionName: "again")]);

        var answer = await AskAsync(kernel, Question, streaming).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("The answer.", answer);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Functions_that_a_caller_runs_itself_are_left_to_it()
    {
        using var server = Rounds(1);
        var kernel = OpenAIKernel.Chat(server);
        AddRates(kernel);
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(autoInvoke: false) };
        var chat = kernel.GetRequiredService<IChatCompletionService>();

        var whole = await chat.GetChatMessageContentAsync(Question, settings, kernel);
        var pieces = await chat.GetStreamingChatMessageContentsAsync(Question, settings, kernel).ToListAsync();

        Assert.Equal("get", Assert.Single(Microsoft.SemanticKernel.FunctionCallContent.GetFunctionCalls(whole)).FunctionName);
        Assert.Contains(pieces, static p => p.Items.OfType<StreamingFunctionCallUpdateContent>().Any());
        Assert.Equal(2, server.Requests.Count);
    }

    private static OpenAIServer Rounds(int tools) => new(request =>
        request.GetProperty("messages").EnumerateArray().Count(static m => m.GetProperty("role").GetString() == "tool") is var done &&
        request.GetProperty("tools").GetArrayLength() > 0 && CallsSoFar(request, done) < tools
            ? OpenAIReply.CallTool(request, $"{{\"round\":\"{CallsSoFar(request, done) + 1}\"}}")
            : new OpenAIReply("The answer."));

    // Rounds may have been trimmed away; each says which one it was.
    private static int CallsSoFar(JsonElement request, int done) => request.GetProperty("messages").EnumerateArray()
        .SelectMany(static m => m.TryGetProperty("tool_calls", out var calls) ? calls.EnumerateArray().ToArray() : [])
        .Select(static c => int.Parse(JsonDocument.Parse(c.GetProperty("function").GetProperty("arguments").GetString()!).RootElement.GetProperty("round").GetString()!, System.Globalization.CultureInfo.InvariantCulture))
        .DefaultIfEmpty(done)
        .Max();

    private static string Last(JsonElement request) => WireTokens.Messages(request)[^1];

    private static PromptExecutionSettings Auto() => new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };

    private static void AddRates(Kernel kernel, string result = "24.3") =>
        kernel.Plugins.AddFromFunctions("rates", [KernelFunctionFactory.CreateFromMethod((string round) => $"Round {round}: {result}", "get")]);

    private static async Task<string> AskAsync(Kernel kernel, string prompt, bool streaming)
    {
        var arguments = new KernelArguments(Auto());
        return streaming
            ? string.Concat(await kernel.InvokePromptStreamingAsync(prompt, arguments).ToListAsync())
            : (await kernel.InvokePromptAsync(prompt, arguments)).ToString();
    }

    private static void AssertCallsAndResultsPair(JsonElement request)
    {
        var calls = request.GetProperty("messages").EnumerateArray()
            .SelectMany(static m => m.TryGetProperty("tool_calls", out var c) ? c.EnumerateArray().ToArray() : [])
            .Select(static c => c.GetProperty("id").GetString());
        var results = request.GetProperty("messages").EnumerateArray()
            .Where(static m => m.GetProperty("role").GetString() == "tool")
            .Select(static m => m.GetProperty("tool_call_id").GetString());
        Assert.Equal(calls, results);
    }
}

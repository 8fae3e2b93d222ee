using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>The decorators are switched off: what the filters do, they do themselves.</summary>
public class FiltersAloneTests
{
    private static readonly ChatTokenCounter Counter = new(TokenCounter.O200kBase);

    [Theory]
    [InlineData("chat")]
    [InlineData("text")]
    [InlineData("client")]
    public async Task A_hit_is_answered_without_the_model(string kind)
    {
        var model = new CountingModel();
        var kernel = TestKernel.Build(s => model.Register(s, kind), static o => o.UseDecorators = false);
        var function = kernel.CreateFunctionFromPrompt("How do I block a card?", functionName: "ask");

        var first = await function.InvokeAsync(kernel);
        var second = await function.InvokeAsync(kernel);

        Assert.Equal(1, model.Calls);
        Assert.Equal("Answer to: How do I block a card?", first.GetValue<string>());
        Assert.Equal("Answer to: How do I block a card?", second.GetValue<string>());
        Assert.Same(function, second.Function);
        Assert.Equal("How do I block a card?", second.RenderedPrompt);
        Assert.NotNull(second.Metadata![CachedAnswer.EntryProperty]);
    }

    [Fact]
    public async Task A_hit_has_the_types_that_a_chat_services_answer_has()
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model, static o => o.UseDecorators = false);
        await kernel.InvokePromptAsync("How do I block a card?");

        var hit = await kernel.InvokePromptAsync("How do I block a card?");

        Assert.Equal(1, model.Calls);
        var content = hit.GetValue<ChatMessageContent>()!;
        Assert.Equal((AuthorRole.Assistant, "Answer to: How do I block a card?", "gpt-4o"), (content.Role, content.Content, content.ModelId));
        Assert.Equal(content.Content, hit.GetValue<ChatMessage>()!.Text);
        Assert.Equal(content.Content, hit.GetValue<ChatResponse>()!.Text);
        Assert.Equal(content.Content, hit.ToString());
    }

    [Fact]
    public async Task A_hit_has_the_types_that_a_chat_clients_answer_has()
    {
        var model = new CountingChatClient();
        var kernel = TestKernel.With(model, static o => o.UseDecorators = false);
        await kernel.InvokePromptAsync("How do I block a card?");

        var hit = await kernel.InvokePromptAsync("How do I block a card?");

        Assert.Equal(1, model.Calls);
        Assert.Equal("Answer to: How do I block a card?", hit.GetValue<ChatResponse>()!.Text);
        Assert.Equal("Answer to: How do I block a card?", hit.GetValue<ChatMessageContent>()!.Content);
    }

    [Fact]
    public async Task A_chat_prompt_is_trimmed_by_message()
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model, static o =>
        {
            o.UseDecorators = false;
            o.Budget(400);
        });
        var turns = string.Concat(Conversation.Long(40, "What about parcels at number 7 & co <now>?").Select(static m =>
            $"<message role=\"{m.Role}\">{System.Net.WebUtility.HtmlEncode(m.Content)}</message>\n"));

        await kernel.InvokePromptAsync(turns);

        var sent = Assert.Single(model.Requests);
        Assert.Equal("system: You are a clerk of a card bank.", sent[0]);
        Assert.Equal("user: What about parcels at number 7 & co <now>?", sent[^1]);
        Assert.Contains("user: Turn 7: what does the branch in street number 7 do about parcels, letters and the weather?", sent);
        Assert.InRange(sent.Count, 3, 20);
        Assert.InRange(Counter.CountRequest(sent.Select(static s => new ChatMessage(new ChatRole(s.Split(": ")[0]), s[(s.IndexOf(": ", StringComparison.Ordinal) + 2)..])), null), 200, 400);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_chat_prompt_is_trimmed_in_streamed_calls_too(bool streaming)
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model, static o =>
        {
            o.UseDecorators = false;
            o.Budget(400);
        });
        var function = kernel.CreateFunctionFromPrompt(string.Concat(Conversation.Long(40, "Where?").Select(static m => $"<message role=\"{m.Role}\">{m.Content}</message>")));

        _ = streaming ? (object)await function.InvokeStreamingAsync(kernel).ToListAsync() : await function.InvokeAsync(kernel);

        Assert.InRange(Assert.Single(model.Requests).Count, 3, 20);
    }

    [Fact]
    public async Task A_plain_prompt_is_trimmed_by_passage()
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model, static o =>
        {
            o.UseDecorators = false;
            o.Budget(300);
        });

        await kernel.InvokePromptAsync(Conversation.Report(100) + "\n\nWhich account does ledger page 1554 name?");

        var sent = Assert.Single(Assert.Single(model.Requests));
        Assert.Contains("Ledger page 1554 lists", sent, StringComparison.Ordinal);
        Assert.EndsWith("Which account does ledger page 1554 name?", sent, StringComparison.Ordinal);
        Assert.InRange(Counter.CountRequest([new ChatMessage(ChatRole.User, sent["user: ".Length..])], null), 100, 300);
    }

    [Fact]
    public async Task What_cannot_be_trimmed_enough_is_an_error_that_says_by_how_much()
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model, static o =>
        {
            o.UseDecorators = false;
            o.Budget(100);
        });

        var prompt = $"<message role=\"system\">{Conversation.Report(50)}</message><message role=\"user\">Why?</message>";
        var error = await Assert.ThrowsAsync<ContextBudgetException>(() => kernel.InvokePromptAsync(prompt));

        Assert.True(error.ExcessTokens > 100);
        Assert.Equal(0, model.Calls);
    }

    [Fact]
    public async Task An_answer_that_a_tool_had_a_part_in_is_not_kept()
    {
        using var server = new OpenAIServer(static request => WireTokens.Messages(request).Any(static m => m.StartsWith("tool:", StringComparison.Ordinal))
            ? new OpenAIReply("It is sunny.")
            : OpenAIReply.CallTool(request));
        var kernel = OpenAIKernel.Chat(server, static o => o.UseDecorators = false);
        kernel.Plugins.AddFromFunctions("weather", [KernelFunctionFactory.CreateFromMethod(static () => "sun", "today")]);
        var arguments = new KernelArguments(new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() });

        await kernel.InvokePromptAsync("Describe a day in May.", arguments);
        await kernel.InvokePromptAsync("Describe a day in May.", arguments);

        Assert.Equal(4, server.Requests.Count);
    }
}

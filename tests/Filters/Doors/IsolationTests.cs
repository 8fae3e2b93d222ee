using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Caching;

namespace Parsimony.SemanticKernel.Tests;

public class IsolationTests
{
    private const string Question = "How do I block a card?";

    public static TheoryData<string, bool> Doors => Door.Doors;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Two_tenants_never_share(string name, bool streaming)
    {
        var model = new CountingModel();
        var door = Door.Named(name);
        var kernel = model.Kernel(door);

        foreach (var tenant in new[] { "a", "b", "a", "b" })
        {
            using (CallScope.Begin(new CallScope { Tenant = tenant }))
            {
                await door.Ask(kernel, Question, streaming);
            }
        }

        Assert.Equal(2, model.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kernel_and_a_call_may_name_the_tenant_and_the_call_wins(bool streaming)
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model);
        kernel.Data[KernelScope.Tenant] = "a";
        var function = kernel.CreateFunctionFromPrompt(Question);

        await Ask(function, kernel, [], streaming);
        await Ask(function, kernel, new KernelArguments { [KernelScope.Tenant] = "b" }, streaming);
        await Ask(function, kernel, new KernelArguments { [KernelScope.Tenant] = "a" }, streaming);

        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task The_ambient_scope_wins_over_the_kernels()
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model);
        kernel.Data[KernelScope.Tenant] = "a";
        await kernel.InvokePromptAsync(Question);

        using (CallScope.Begin(new CallScope { Tenant = "b" }))
        {
            await kernel.InvokePromptAsync(Question);
        }

        Assert.Equal(2, model.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_agents_with_their_own_instructions_never_share(bool streaming)
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model);
        var clerk = new ChatCompletionAgent { Name = "Clerk", Instructions = "Answer as a clerk.", Kernel = kernel };
        var lawyer = new ChatCompletionAgent { Name = "Lawyer", Instructions = "Answer as a lawyer.", Kernel = kernel };

        foreach (var agent in new[] { clerk, lawyer, clerk, lawyer })
        {
            await Ask(agent, streaming);
        }

        Assert.Equal(2, model.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_sessions_with_their_own_history_never_share(bool streaming)
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model);
        var chat = kernel.GetRequiredService<IChatCompletionService>();
        foreach (var topic in new[] { "a credit card", "a debit card" })
        {
            var history = new ChatHistory();
            history.AddUserMessage($"I have {topic}.");
            history.AddAssistantMessage("Noted.");
            history.AddUserMessage("How much does it cost?");
            _ = streaming
                ? (object)await chat.GetStreamingChatMessageContentsAsync(history, kernel: kernel).ToListAsync()
                : await chat.GetChatMessageContentsAsync(history, kernel: kernel);
        }

        Assert.Equal(2, model.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_services_that_name_no_model_never_share(bool decorated)
    {
        var first = new CountingChatService(static _ => "first", modelId: null);
        var second = new CountingChatService(static _ => "second", modelId: null);
        var kernel = TestKernel.Build(services =>
        {
            services.AddKeyedSingleton<IChatCompletionService>("first", first);
            services.AddKeyedSingleton<IChatCompletionService>("second", second);
        }, o => o.UseDecorators = decorated);

        var answers = new List<string?>();
        foreach (var id in new[] { "first", "second", "first" })
        {
            answers.Add((await kernel.InvokePromptAsync(Question, new KernelArguments(new PromptExecutionSettings { ServiceId = id }))).GetValue<string>());
        }

        Assert.Equal(["first", "second", "first"], answers);
    }

    [Theory]
    [InlineData("chat", true)]
    [InlineData("chat", false)]
    [InlineData("client", true)]
    [InlineData("client", false)]
    public async Task Two_kernels_over_one_cache_whose_services_have_one_model_at_two_addresses_never_share(string kind, bool decorated)
    {
        using var cache = new ResponseCache(new ResponseCacheOptions());
        var answers = new List<string?>();
        foreach (var address in new[] { "http://one.example/", "http://other.example/", "http://one.example/" })
        {
            var chat = new CountingChatService(_ => address, endpoint: address);
            var client = new CountingChatClient(answer: _ => address, endpoint: address);
            var kernel = TestKernel.Build(
                services =>
                {
                    services.AddSingleton(cache);
                    _ = kind == "chat" ? services.AddSingleton<IChatCompletionService>(chat) : services.AddSingleton<IChatClient>(client);
                },
                o => o.UseDecorators = decorated);
            answers.Add((await kernel.InvokePromptAsync(Question)).GetValue<string>());
            answers.Add($"{chat.Calls + client.Calls}");
        }

        Assert.Equal(["http://one.example/", "1", "http://other.example/", "1", "http://one.example/", "0"], answers);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_prompt_nested_in_a_call_for_one_tenant_may_name_another(bool streaming)
    {
        Kernel kernel = null!;
        var answers = 0;
        var model = new CountingChatService(question => question == "outer"
            ? kernel.InvokePromptAsync(Question, new KernelArguments { [KernelScope.Tenant] = "b" }).GetAwaiter().GetResult().ToString()
            : $"answer {++answers}");
        kernel = TestKernel.With(model);
        var outer = kernel.CreateFunctionFromPrompt("outer");

        await Ask(outer, kernel, new KernelArguments { [KernelScope.Tenant] = "a" }, streaming);
        var a = await kernel.InvokePromptAsync(Question, new KernelArguments { [KernelScope.Tenant] = "a" });
        var b = await kernel.InvokePromptAsync(Question, new KernelArguments { [KernelScope.Tenant] = "b" });

        Assert.Equal(("answer 2", "answer 1"), (a.ToString(), b.ToString()));
    }

    [Fact]
    public async Task A_nested_prompt_that_names_no_tenant_is_its_callers()
    {
        Kernel kernel = null!;
        var model = new CountingChatService(question => question == "outer" ? kernel.InvokePromptAsync(Question).GetAwaiter().GetResult().ToString() : "inner");
        kernel = TestKernel.With(model);

        await kernel.InvokePromptAsync("outer", new KernelArguments { [KernelScope.Tenant] = "a" });
        await kernel.InvokePromptAsync(Question, new KernelArguments { [KernelScope.Tenant] = "a" });
        Assert.Equal(2, model.Calls);
        await kernel.InvokePromptAsync(Question);

        Assert.Equal(3, model.Calls);
    }

    [Fact]
    public async Task A_nested_call_is_answered_for_its_own_model_not_for_its_callers()
    {
        Kernel kernel = null!;
        var big = new CountingChatClient("big", question => question == "outer"
            ? kernel.GetRequiredService<IChatCompletionService>().GetChatMessageContentAsync(Question).GetAwaiter().GetResult().Content!
            : "of the big one");
        kernel = TestKernel.Build(services =>
        {
            services.AddSingleton<IChatClient>(big);
            services.AddSingleton<IChatCompletionService>(new CountingChatService(static _ => "of the small one", "small"));
        });
        var client = kernel.GetRequiredService<IChatClient>();

        await client.GetResponseAsync("outer");

        Assert.Equal("of the big one", (await client.GetResponseAsync(Question)).Text);
    }

    private static async Task Ask(KernelFunction function, Kernel kernel, KernelArguments arguments, bool streaming)
    {
        if (streaming)
        {
            await function.InvokeStreamingAsync(kernel, arguments).ToListAsync();
        }
        else
        {
            await function.InvokeAsync(kernel, arguments);
        }
    }

    private static async Task Ask(ChatCompletionAgent agent, bool streaming)
    {
        var message = new ChatMessageContent(AuthorRole.User, Question);
        if (streaming)
        {
            await agent.InvokeStreamingAsync(message).ToListAsync();
        }
        else
        {
            await agent.InvokeAsync(message).ToListAsync();
        }
    }
}

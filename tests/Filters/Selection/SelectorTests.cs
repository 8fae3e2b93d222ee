using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace Parsimony.SemanticKernel.Tests;

public class SelectorTests
{
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task The_apps_selector_is_asked_once_a_call(bool streaming, bool decorators)
    {
        var selector = new CountingSelector();
        var kernel = TestKernel.Build(
            s => s.AddSingleton<IChatCompletionService>(new CountingChatService()).AddSingleton<IAIServiceSelector>(selector),
            o => o.UseDecorators = decorators);

        await Door.Named("prompt on a chat service").Ask(kernel, "How?", streaming);

        Assert.Equal(1, selector.Asked);
    }

    [Fact]
    public void A_selector_that_came_later_is_named_in_the_warning()
    {
        var log = new ListLogger();
        var builder = Kernel.CreateBuilder().Add(new CountingChatService()).AddParsimony();
        builder.Services.AddSingleton<ILoggerFactory>(log);
        builder.Services.AddSingleton<IAIServiceSelector>(new CountingSelector());

        builder.Build();

        Assert.Contains("selector", Assert.Single(log.Warnings, static w => w.Contains("AddParsimony", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filters_alone_cache_nothing_of_a_service_that_such_a_selector_chose()
    {
        var model = new CountingChatService();
        var builder = Kernel.CreateBuilder().Add(model).AddParsimony(static o => o.UseDecorators = false);
        builder.Services.AddSingleton<IAIServiceSelector>(new CountingSelector());
        var kernel = builder.Build();

        await kernel.InvokePromptAsync("How?");
        await kernel.InvokePromptAsync("How?");

        Assert.Equal(2, model.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_prompt_functions_budget_is_its_agents(bool streaming)
    {
        var model = new CountingChatService();
        var kernel = TestKernel.With(model, static o =>
        {
            o.Budget(4_000);
            o.Context.Agents["desk-answer"] = new() { MaxContextTokens = 300 };
        });
        var prompt = string.Concat(Conversation.Long(40, "Where?").Select(static m => $"<message role=\"{m.Role}\">{m.Content}</message>"));
        var plugin = KernelPluginFactory.CreateFromFunctions("desk", [KernelFunctionFactory.CreateFromPrompt(prompt, functionName: "answer")]);
        kernel.Plugins.Add(plugin);

        _ = streaming ? (object)await plugin["answer"].InvokeStreamingAsync(kernel).ToListAsync() : await plugin["answer"].InvokeAsync(kernel);
        await kernel.InvokePromptAsync(prompt);

        Assert.InRange(model.Requests[0].Count, 3, 12);
        Assert.Equal(82, model.Requests[1].Count);
    }

    private sealed class CountingSelector : IAIServiceSelector
    {
        public int Asked { get; private set; }

        public bool TrySelectAIService<T>(
            Kernel kernel, KernelFunction function, KernelArguments arguments, [NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
            where T : class, IAIService
        {
            Asked++;
            serviceSettings = null;
            service = kernel.Services.GetService<T>();
            return service is not null;
        }
    }
}

using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Services;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>What the design takes for granted of Semantic Kernel. Should a later version change one of these, the design wants another look.</summary>
public class KernelFactsTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task An_answer_set_in_the_render_filter_holds_only_without_streaming(bool streaming, int calls)
    {
        var model = new CountingChatService();
        var kernel = Bare(model, new RenderFilter(static c => c.Result = new FunctionResult(c.Function, "set")));

        await Door.Named("prompt on a chat service").Ask(kernel, "How?", streaming);

        Assert.Equal(calls, model.Calls);
    }

    [Fact]
    public async Task A_plain_text_result_is_no_chat_message()
    {
        var kernel = Bare(new CountingChatService(), new RenderFilter(static c => c.Result = new FunctionResult(c.Function, "set")));

        var result = await kernel.InvokePromptAsync("How?");

        Assert.Throws<InvalidCastException>(() => result.GetValue<ChatMessageContent>());
    }

    [Fact]
    public async Task A_prompt_that_differs_in_letter_case_only_is_discarded()
    {
        var model = new CountingChatService();
        var kernel = Bare(model, new RenderFilter(static c => c.RenderedPrompt = c.RenderedPrompt!.ToUpperInvariant()));

        await kernel.InvokePromptAsync("How?");

        Assert.Equal("user: How?", Assert.Single(Assert.Single(model.Requests)));
    }

    [Theory]
    [InlineData("chat service")]
    [InlineData("agent on a chat service")]
    public async Task Direct_calls_and_agents_pass_the_render_filter_by(string door)
    {
        var seen = 0;
        var kernel = Bare(new CountingChatService(), new RenderFilter(_ => seen++));

        await Door.Named(door).Ask(kernel, "How?", false);

        Assert.Equal(0, seen);
    }

    [Fact]
    public void A_service_under_a_private_key_is_found_by_the_kernel()
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatCompletionService>(new CountingChatService(modelId: "outer"));
        builder.Services.AddKeyedSingleton<IChatCompletionService>("private", new CountingChatService(modelId: "inner"));

        Assert.Equal(2, builder.Build().GetAllServices<IChatCompletionService>().Count());
    }

    [Fact]
    public async Task A_chat_client_without_a_client_selector_is_not_found()
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatClient>(new CountingChatClient());
        builder.Services.AddSingleton<IAIServiceSelector>(new NoSelector());

        await Assert.ThrowsAsync<KernelException>(() => builder.Build().InvokePromptAsync("How?"));
    }

    [Fact]
    public async Task An_agent_signs_its_instructions()
    {
        var signed = new List<string?>();
        var model = new SigningService(signed);
        var kernel = Bare(model, new RenderFilter(static _ => { }));

        await new ChatCompletionAgent { Name = "Clerk", Instructions = "Be brief.", Kernel = kernel }.InvokeAsync(new ChatMessageContent(AuthorRole.User, "How?")).ToListAsync();

        Assert.Equal(["Clerk", null], signed);
    }

    private static Kernel Bare(IChatCompletionService service, IPromptRenderFilter filter)
    {
        var builder = Kernel.CreateBuilder().Add(service);
        builder.Services.AddSingleton(filter);
        return builder.Build();
    }

    private sealed class RenderFilter(Action<PromptRenderContext> act) : IPromptRenderFilter
    {
        public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
        {
            await next(context);
            act(context);
        }
    }

    private sealed class NoSelector : IAIServiceSelector
    {
        public bool TrySelectAIService<T>(
            Kernel kernel, KernelFunction function, KernelArguments arguments, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? service, out PromptExecutionSettings? serviceSettings)
            where T : class, IAIService
        {
            service = null;
            serviceSettings = null;
            return false;
        }
    }

    private sealed class SigningService(List<string?> signed) : IChatCompletionService
    {
        public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

        public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default)
        {
            signed.AddRange(chatHistory.Select(static m => m.AuthorName));
            return Task.FromResult<IReadOnlyList<ChatMessageContent>>([new ChatMessageContent(AuthorRole.Assistant, "Yes.")]);
        }

        public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}

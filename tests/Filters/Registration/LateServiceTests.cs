using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>Services that are registered after AddParsimony.</summary>
public class LateServiceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prompts_and_agents_are_covered(bool streaming)
    {
        var service = new CountingChatService();
        var kernel = Kernel.CreateBuilder().AddParsimony(static o => o.UsePlugin = false).Add(service).Build();
        var prompt = Door.Named("prompt on a chat service");
        var agent = Door.Named("agent on a chat service");

        await prompt.Ask(kernel, "How do I block a card?", streaming);
        await prompt.Ask(kernel, "How do I block a card?", streaming);
        Assert.Equal(1, service.Calls);
        await agent.Ask(kernel, "How do I block a card?", streaming);
        await agent.Ask(kernel, "How do I block a card?", streaming);
        Assert.Equal(2, service.Calls);
    }

    [Fact]
    public async Task A_chat_client_is_covered_too()
    {
        var client = new CountingChatClient();
        var builder = Kernel.CreateBuilder().AddParsimony(static o => o.UsePlugin = false);
        builder.Services.AddSingleton<IChatClient>(client);
        var kernel = builder.Build();

        await kernel.InvokePromptAsync("How do I block a card?");
        await kernel.InvokePromptAsync("How do I block a card?");

        Assert.Equal(1, client.Calls);
    }

    [Fact]
    public void They_are_named_in_one_warning()
    {
        var log = new ListLogger();
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<ILoggerFactory>(log);
        builder.Services.AddSingleton<IChatCompletionService>(new CountingChatService());
        builder.AddParsimony();
        builder.Services.AddKeyedSingleton<IChatCompletionService>("late", new CountingChatService());
        builder.Services.AddSingleton<IChatClient>(new CountingChatClient());
        var kernel = builder.Build();
        _ = kernel.Clone();
        kernel.GetRequiredService<IChatCompletionService>();

        var warning = Assert.Single(log.Warnings, static w => w.Contains("AddParsimony", StringComparison.Ordinal));
        Assert.Contains("IChatCompletionService 'late', IChatClient.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_AddParsimony_covers_them_whole()
    {
        var log = new ListLogger();
        var service = new CountingChatService();
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<ILoggerFactory>(log);
        builder.AddParsimony(static o => o.UsePlugin = false).Add(service).AddParsimony(static o => o.UsePlugin = false);
        var kernel = builder.Build();

        await Door.Named("chat service").Ask(kernel, "How do I block a card?", false);
        await Door.Named("chat service").Ask(kernel, "How do I block a card?", false);

        Assert.Equal(1, service.Calls);
        Assert.DoesNotContain(log.Warnings, static w => w.Contains("AddParsimony", StringComparison.Ordinal));
    }
}

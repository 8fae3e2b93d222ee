using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Parsimony.Caching;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>Services built on services: the request that both would handle is handled by the outer one.</summary>
public class OnceOnlyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_chat_client_under_a_chat_service_is_passed_through_once(bool streaming)
    {
        var client = new CountingChatClient();
        var kernel = Stacked(client);

        await Door.Named("chat service").Ask(kernel, "How do I block a card?", streaming);
        await Door.Named("chat service").Ask(kernel, "How do I block a card?", streaming);

        Assert.Equal(1, client.Calls);
        AssertLookups(kernel, 2, 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_request_that_was_trimmed_on_its_way_is_known_by_what_was_sent(bool streaming)
    {
        var client = new CountingChatClient();
        var kernel = Stacked(client, static o => o.Budget(400));
        var chat = kernel.GetRequiredService<IChatCompletionService>();
        var history = Conversation.Long(40, "What about parcels at number 7?");

        for (var i = 0; i < 2; i++)
        {
            _ = streaming
                ? (object)await chat.GetStreamingChatMessageContentsAsync(history, kernel: kernel).ToListAsync()
                : await chat.GetChatMessageContentsAsync(history, kernel: kernel);
        }

        Assert.InRange(Assert.Single(client.Requests).Count, 3, 20);
        AssertLookups(kernel, 2, 1);
    }

    [Fact]
    public async Task An_apps_own_pipeline_inside_a_decorated_client_adds_nothing()
    {
        var model = new CountingChatClient();
        var kernel = TestKernel.Build(services => services.AddSingleton(provider => model.AsBuilder().UseParsimony().UseContextBudget().Build(provider)));

        await Door.Named("chat client").Ask(kernel, "How do I block a card?", false);
        await Door.Named("prompt on a chat client").Ask(kernel, "How do I block a card?", false);
        await Door.Named("chat client").Ask(kernel, "How do I block a card?", true);

        // The prompt function is an agent of its own; the two direct calls are one question.
        Assert.Equal(2, model.Calls);
        AssertLookups(kernel, 3, 1);
    }

    private static Kernel Stacked(CountingChatClient client, Action<ParsimonyKernelOptions>? configure = null) => TestKernel.Build(
        services =>
        {
            services.AddSingleton<IChatClient>(client);
            services.AddSingleton<IChatCompletionService>(static p => p.GetRequiredService<IChatClient>().AsChatCompletionService());
        },
        options =>
        {
            // The adapter passes no finish reason on, and this client has no raw object that would tell it.
            options.Cache.CacheStreamsWithoutFinishReason = true;
            configure?.Invoke(options);
        });

    private static void AssertLookups(Kernel kernel, int lookups, int hits)
    {
        var statistics = kernel.GetRequiredService<ResponseCache>().Statistics;
        Assert.Equal((lookups, hits), (statistics.Lookups, statistics.ExactHits));
    }
}

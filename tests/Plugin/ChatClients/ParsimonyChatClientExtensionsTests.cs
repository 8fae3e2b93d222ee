using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Parsimony.Caching;
using Parsimony.Context;

namespace Parsimony.Tests.ChatClients;

public class ParsimonyChatClientExtensionsTests
{
    private readonly TestServices services = new();
    private readonly FakeModel model = new();

    [Fact]
    public async Task A_pipeline_of_both_caches_fits_and_warns_of_nothing()
    {
        await using var provider = services.Build(o => o.Context.MaxContextTokens = 60);
        var client = model.WithContextBudget(provider).WithParsimony(provider);
        ChatMessage[] conversation =
        [
            .. Enumerable.Range(0, 30).Select(i => new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, $"Something of turn {i}.")),
            new(ChatRole.User, "How do I freeze my card?"),
        ];

        await client.GetResponseAsync(conversation);
        var second = await client.GetResponseAsync(conversation);

        Assert.Equal(1, model.Calls);
        Assert.InRange(model.Sent.Count, 1, 20);
        Assert.Equal(31, conversation.Length);
        Assert.Equal("fine", second.Text);
        Assert.Empty(services.Logs.Warnings);
    }

    [Fact]
    public async Task What_was_sent_is_recorded_as_context_that_the_agent_holds()
    {
        await using var provider = services.Build();
        using var scope = CallScope.Begin(new CallScope { Agent = "clerk" });

        await model.WithContextBudget(provider).WithParsimony(provider).GetResponseAsync("How do I freeze my card?");

        Assert.Equal("clerk", Assert.Single(provider.GetRequiredService<MemoryMonitor>().GetAgentContexts()).Agent);
    }

    [Fact]
    public async Task Memory_pressure_shrinks_what_is_sent()
    {
        await using var provider = services.Build(o => o.Context.MaxContextTokens = 1_000);
        var client = model.WithContextBudget(provider);
        ChatMessage[] conversation = [.. Enumerable.Range(0, 200).Select(i => new ChatMessage(ChatRole.User, $"Something of turn {i}."))];
        await client.GetResponseAsync(conversation);
        var before = model.Sent.Count;

        services.Memory.Heap = 990;
        services.Time.Advance(TimeSpan.FromSeconds(1));
        await client.GetResponseAsync(conversation);

        Assert.InRange(model.Sent.Count, before / 3, before * 2 / 3);
    }

    [Fact]
    public async Task At_critical_pressure_an_agent_is_refused_before_the_model_is_called()
    {
        await using var provider = services.Build();
        services.Memory.Heap = 990;

        await Assert.ThrowsAsync<AgentThrottledException>(() => model.WithParsimony(provider).GetResponseAsync("How do I freeze my card?"));

        Assert.Equal(0, model.Calls);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tool_that_asks_the_model_as_the_same_agent_does_not_wait_for_itself(bool streaming)
    {
        await using var provider = services.Build(o => (o.Throttle.MaxConcurrentCalls, o.EnableBudget) = (1, false));
        IChatClient client = null!;
        var nesting = new FakeModel(async messages =>
            messages[0].Text == "outer" ? "nested " + (await client.GetResponseAsync("inner")).Text : "answer");
        client = nesting.WithParsimony(provider);
        var options = new ChatOptions().WithCallScope(new CallScope { Agent = "clerk" });

        var text = streaming
            ? (await client.GetStreamingResponseAsync("outer", options).ToChatResponseAsync()).Text
            : (await client.GetResponseAsync("outer", options)).Text;

        Assert.EndsWith("nested answer", text, StringComparison.Ordinal);
        Assert.Equal((2, 0), (nesting.Calls, provider.GetRequiredService<AgentThrottle>().GetStatistics().InFlight));
    }

    [Fact]
    public async Task A_pipeline_that_only_caches_warns_once()
    {
        await using var provider = services.Build();
        var client = model.WithParsimony(provider);

        await client.GetResponseAsync("one");
        await client.GetResponseAsync("two");
        await model.WithParsimony(provider).GetResponseAsync("three");

        Assert.Contains("UseContextBudget", Assert.Single(services.Logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipeline_that_only_fits_warns_once_and_at_its_first_call()
    {
        await using var provider = services.Build();
        var client = model.WithContextBudget(provider);
        Assert.Empty(services.Logs.Warnings);

        await client.GetResponseAsync("one");
        await client.GetStreamingResponseAsync("two").ToChatResponseAsync();

        Assert.Contains("UseParsimony", Assert.Single(services.Logs.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_switched_off_is_not_put_around_the_client_and_not_missed()
    {
        await using var provider = services.Build(o => (o.EnableCache, o.EnableThrottle) = (false, false));
        var client = model.WithContextBudget(provider);

        Assert.Same(client, client.WithParsimony(provider));
        await client.GetResponseAsync("one");

        Assert.Empty(services.Logs.Warnings);
        Assert.NotNull(client.GetService(typeof(BudgetChatClient)));
    }

    [Fact]
    public async Task The_cache_of_a_pipeline_can_be_asked_for()
    {
        await using var provider = services.Build();

        Assert.Same(provider.GetRequiredService<ResponseCache>(), model.WithParsimony(provider).GetService(typeof(ResponseCache)));
    }

    [Fact]
    public async Task Without_AddParsimony_it_says_what_to_call()
    {
        await using var provider = new ServiceCollection().BuildServiceProvider();

        Assert.Contains("AddParsimony", Assert.Throws<InvalidOperationException>(() => model.WithParsimony(provider)).Message, StringComparison.Ordinal);
        Assert.Contains("AddParsimony", Assert.Throws<InvalidOperationException>(() => model.WithContextBudget(provider)).Message, StringComparison.Ordinal);
    }
}

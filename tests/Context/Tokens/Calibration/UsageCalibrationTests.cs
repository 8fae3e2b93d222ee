using Microsoft.Extensions.AI;

namespace Parsimony.Context.Tests;

public class UsageCalibrationTests
{
    private static readonly List<ChatMessage> Long = [new(ChatRole.User, Messages.Filler(200))];
    private static readonly ChatOptions WithTools = new() { Tools = [AIFunctionFactory.Create((string city) => city, "forecast")] };
    private static readonly ChatTokenCounter Counter = new(TokenCounter.O200kBase);

    [Fact]
    public void Text_sent_to_a_known_model_is_never_calibrated()
    {
        var usage = new UsageCalibration();
        Learn(usage, "gpt-4o", Long, null, 1.4);
        Learn(usage, "gpt-4o", Long, WithTools, 1.4);
        Assert.Equal(1, usage.FactorOf("gpt-4o", Long, null));
    }

    [Fact]
    public void An_unknown_model_and_tools_are_calibrated_each_for_itself()
    {
        var usage = new UsageCalibration();
        Learn(usage, "my-model", Long, null, 1.25);
        Learn(usage, "gpt-4o", Long, WithTools, 1.1);
        Assert.InRange(usage.FactorOf("my-model", Long, null), 1.24, 1.26);
        Assert.InRange(usage.FactorOf("gpt-4o", Long, WithTools), 1.09, 1.11);
        Assert.Equal(1, usage.FactorOf("other-model", Long, null));
        Assert.Equal(1, usage.FactorOf(null, Long, null));
    }

    [Fact]
    public void Replies_that_say_nothing_useful_teach_nothing()
    {
        var usage = new UsageCalibration();
        usage.Learn("my-model", Long, null, Counter, null);
        usage.Learn("my-model", Long, null, Counter, 0);
        usage.Learn("my-model", Long, null, Counter, -5);
        usage.Learn(null, Long, null, Counter, 1_000);
        usage.Learn("my-model", [new(ChatRole.User, "hi")], null, Counter, 500);
        Assert.Equal(1, usage.FactorOf("my-model", Long, null));
    }

    [Fact]
    public void A_conversation_that_the_service_keeps_and_tools_that_it_runs_teach_nothing()
    {
        var usage = new UsageCalibration();
        for (var i = 0; i < 2; i++)
        {
            Learn(usage, "my-model", Long, new ChatOptions { ConversationId = "conversation" }, 3);
            Learn(usage, "my-model", Long, new ChatOptions { Tools = [new HostedWebSearchTool()] }, 3);
        }

        Assert.Equal(1, usage.FactorOf("my-model", Long, null));
    }

    [Fact]
    public void What_fits_the_calibrated_budget_fits_the_budget_when_it_is_multiplied()
    {
        foreach (var factor in new[] { 0.5, 0.9, 1, 1.1, 1.5, 4 })
        {
            var budget = UsageCalibration.Apply(new ContextBudget(8_000, 1_000, 300, 6_700), factor);
            Assert.True((budget.Available + 300) * factor <= 7_000);
            Assert.True((budget.Available + 301) * factor > 7_000);
        }

        Assert.Equal(0, UsageCalibration.Apply(new ContextBudget(8_000, 1_000, 3_000, 100), 4).Available);
    }

    [Fact]
    public async Task The_budget_client_learns_from_replies_streamed_or_not()
    {
        foreach (var streamed in new[] { false, true })
        {
            var fitter = new ContextFitter(new ContextBudgetOptions { MaxContextTokens = 2_000 });
            var history = Enumerable.Range(0, 40).Select(i => new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, Messages.Filler(60, i))).ToList();
            var options = new ChatOptions { ModelId = "my-model" };
            var client = new BudgetChatClient(new Charging(1.3), fitter);
            var before = fitter.Fit(history, options, CallScope.Empty).TokensAfter;
            if (streamed)
            {
                await foreach (var update in client.GetStreamingResponseAsync(history, options))
                {
                    Assert.NotNull(update);
                }
            }
            else
            {
                await client.GetResponseAsync(history, options);
            }

            var after = fitter.Fit(history, options, CallScope.Empty).TokensAfter;
            Assert.True(after * 1.3 <= 2_000, $"{after} tokens counted are more than 2,000 charged");
            Assert.True(after < before);
        }
    }

    [Fact]
    public void Counts_that_were_lowered_never_let_more_text_through_than_the_budget()
    {
        var fitter = new ContextFitter(new ContextBudgetOptions { MaxContextTokens = 1_000 });
        var options = new ChatOptions { ModelId = "my-model" };
        var history = Enumerable.Range(0, 30).Select(i => new ChatMessage(i % 2 == 0 ? ChatRole.User : ChatRole.Assistant, Messages.Filler(60, i))).ToList();
        for (var i = 0; i < UsageRatios.Remembered; i++)
        {
            fitter.Learn(Long, options, CallScope.Empty, new UsageDetails { InputTokenCount = Counter.CountRequest(Long, null) / 2 });
        }

        Assert.True(fitter.Fit(history, options, CallScope.Empty).TokensAfter <= 1_000);
    }

    private static void Learn(UsageCalibration usage, string model, List<ChatMessage> messages, ChatOptions? options, double ratio)
        => usage.Learn(model, messages, options, Counter, (long)Math.Round(Counter.CountRequest(messages, options) * ratio));

    private sealed class Charging(double ratio) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok")) { Usage = Usage(messages) });

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield return new ChatResponseUpdate(ChatRole.Assistant, "ok");
            yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage(messages))]);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        private UsageDetails Usage(IEnumerable<ChatMessage> messages) => new() { InputTokenCount = (long)(Counter.CountRequest(messages, null) * ratio) };
    }
}

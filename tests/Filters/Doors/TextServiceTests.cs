using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;
using Parsimony.Context;

namespace Parsimony.SemanticKernel.Tests;

public class TextServiceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_prompt_that_is_too_long_is_shortened_by_passage(bool streaming)
    {
        var model = new CountingTextService();
        var kernel = TestKernel.With(model, static o => o.Budget(300));

        await Door.Named("text service").Ask(kernel, Conversation.Report(100) + "\n\nWhich account does ledger page 1554 name?", streaming);

        var sent = Assert.Single(model.Requests);
        Assert.InRange(TokenCounter.O200kBase.Count(sent), 100, 300);
        Assert.Contains("Ledger page 1554 lists", sent, StringComparison.Ordinal);
        Assert.EndsWith("Which account does ledger page 1554 name?", sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tools_that_run_out_of_sight_keep_the_answer_out_of_the_cache(bool streaming)
    {
        using var server = new OpenAIServer(static request => WireTokens.Messages(request)[^1].StartsWith("tool:", StringComparison.Ordinal)
            ? new OpenAIReply("Sunny.")
            : OpenAIReply.CallTool(request));
        var kernel = OpenAIKernel.Chat(server);
        kernel.Plugins.AddFromFunctions("weather", [KernelFunctionFactory.CreateFromMethod(static () => "sun", "today")]);
        var text = kernel.GetRequiredService<ITextGenerationService>();
        var settings = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };

        for (var i = 0; i < 2; i++)
        {
            var answer = streaming
                ? string.Concat(await text.GetStreamingTextContentsAsync("Describe a day in May.", settings, kernel).ToListAsync())
                : (await text.GetTextContentAsync("Describe a day in May.", settings, kernel)).Text;
            Assert.Equal("Sunny.", answer);
        }

        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_is_both_stays_both()
    {
        using var server = new OpenAIServer(static _ => new OpenAIReply("Until noon."));
        var kernel = OpenAIKernel.Chat(server);

        Assert.IsAssignableFrom<IChatCompletionService>(kernel.GetRequiredService<ITextGenerationService>());
        Assert.IsAssignableFrom<ITextGenerationService>(kernel.GetRequiredService<IChatCompletionService>());
        await Door.Named("text service").Ask(kernel, "When?", false);
        await Door.Named("chat service").Ask(kernel, "When?", false);

        Assert.Single(server.Requests);
    }
}

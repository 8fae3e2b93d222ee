using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.TextGeneration;

namespace Parsimony.SemanticKernel.Tests;

/// <summary>A stream that was cut off ends like one that is complete, unless its service says how it ended.</summary>
public class StreamEndTests
{
    private const string Question = "How do I block a card?";

    private readonly CountingChatService chat = new();
    private readonly CountingTextService text = new();

    private int Calls => chat.Calls + text.Calls;

    [Theory]
    [InlineData("chat service")]
    [InlineData("text service")]
    public async Task A_stream_of_a_service_that_never_says_how_it_ended_is_not_kept(string door)
    {
        var kernel = Kernel(door);
        SayHowStreamsEnd(false);

        await Door.Named(door).Ask(kernel, Question, true);
        await Door.Named(door).Ask(kernel, Question, true);

        Assert.Equal(2, Calls);
    }

    [Theory]
    [InlineData("chat service")]
    [InlineData("text service")]
    public async Task It_is_kept_where_the_app_says_so(string door)
    {
        var kernel = Kernel(door, keep: true);
        SayHowStreamsEnd(false);

        await Door.Named(door).Ask(kernel, Question, true);
        await Door.Named(door).Ask(kernel, Question, true);

        Assert.Equal(1, Calls);
    }

    [Theory]
    [InlineData("chat service")]
    [InlineData("text service")]
    public async Task A_service_that_has_said_once_how_a_stream_ended_is_held_to_it(string door)
    {
        var kernel = Kernel(door, keep: true);
        await Door.Named(door).Ask(kernel, "How do I unblock a card?", true);
        SayHowStreamsEnd(false);

        await Door.Named(door).Ask(kernel, Question, true);
        await Door.Named(door).Ask(kernel, Question, true);

        Assert.Equal(3, Calls);
    }

    [Theory]
    [InlineData("chat service")]
    [InlineData("text service")]
    public async Task Its_whole_answers_are_kept(string door)
    {
        var kernel = Kernel(door);
        SayHowStreamsEnd(false);

        await Door.Named(door).Ask(kernel, Question, false);
        await Door.Named(door).Ask(kernel, Question, true);

        Assert.Equal(1, Calls);
    }

    private Kernel Kernel(string door, bool keep = false) => TestKernel.Build(
        services => _ = door == "chat service" ? services.AddSingleton<IChatCompletionService>(chat) : services.AddSingleton<ITextGenerationService>(text),
        o => o.Cache.CacheStreamsWithoutFinishReason = keep);

    private void SayHowStreamsEnd(bool say) => chat.SaysHowStreamsEnd = text.SaysHowStreamsEnd = say;
}

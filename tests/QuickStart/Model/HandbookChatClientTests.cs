using Microsoft.Extensions.AI;
using Parsimony.Context;
using Parsimony.QuickStart.Desk;
using Parsimony.QuickStart.Model;

namespace Parsimony.QuickStart.Tests.Model;

public class HandbookChatClientTests
{
    private const string Question = "How do I activate my card?";

    private static readonly DeskPrompt Whole = new(DeskFixture.Articles);

    [Fact]
    public async Task It_answers_from_the_articles_in_the_request_only()
    {
        using var client = Client();
        var whole = await client.GetResponseAsync(Whole.Request(Whole.Documents, [], Question));
        var trimmed = await client.GetResponseAsync(Whole.Request(Whole.Documents.Where(d => !d.Text.Contains("[activate_my_card]", StringComparison.Ordinal)), [], Question));
        var nothing = await client.GetResponseAsync(Whole.Request([], [], Question));

        Assert.Equal("activate_my_card", HandbookAnswer.CitedId(whole.Text));
        Assert.NotEqual("activate_my_card", HandbookAnswer.CitedId(trimmed.Text));
        Assert.Equal(HandbookAnswer.Unknown, nothing.Text);
    }

    [Fact]
    public async Task It_answers_the_last_message_of_the_customer()
    {
        using var client = Client();
        ChatMessage[] history = [new(ChatRole.User, "What is the minimum age?"), .. AccountLookups.At(0, 0), new(ChatRole.Assistant, "[age_limit] Eighteen.")];

        var response = await client.GetResponseAsync(Whole.Request(Whole.Documents, history, Question));

        Assert.Equal("activate_my_card", HandbookAnswer.CitedId(response.Text));
    }

    [Fact]
    public async Task It_reports_the_exact_tokens_of_prompt_and_reply()
    {
        using var client = Client();
        ChatMessage[] history = [.. AccountLookups.At(0, 0), .. AccountLookups.At(0, 1), .. AccountLookups.At(1, 0)];
        var request = Whole.Request(Whole.Documents, history, Question);

        var response = await client.GetResponseAsync(request);

        Assert.Equal(new ChatTokenCounter(TokenCounter.O200kBase).CountRequest(request, options: null), response.Usage!.InputTokenCount);
        Assert.Equal(TokenCounter.O200kBase.Count(response.Text), response.Usage.OutputTokenCount);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task It_streams_word_by_word()
    {
        using var client = Client();

        var pieces = await client.GetStreamingResponseAsync(Whole.Request(Whole.Documents, [], Question)).Select(update => update.Text).Where(text => text.Length > 0).ToListAsync();

        Assert.Equal(string.Concat(pieces).Split(' ').Length, pieces.Count);
    }

    private static HandbookChatClient Client() => new(DeskFixture.Reader, new ModelSpeed(1e9), TimeProvider.System);
}

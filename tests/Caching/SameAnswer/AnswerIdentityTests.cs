using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.SameAnswer;

public class AnswerIdentityTests
{
    [Fact]
    public async Task Equal_texts_are_one_answer_whatever_their_blanks_their_model_and_their_properties()
    {
        var plain = await OfAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Use the app.")));
        var spaced = await OfAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, " Use  the app. ")) { ModelId = "other" });
        var marked = await OfAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Use the app.")) { AdditionalProperties = new() { ["a"] = "b" } });

        Assert.Equal(plain, spaced);
        Assert.Equal(plain, marked);
    }

    [Fact]
    public async Task Other_texts_and_answers_that_are_more_than_text_are_other_answers()
    {
        ulong[] all =
        [
            await OfAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Use the app."))),
            await OfAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Use the shop."))),
            await OfAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("Use the app."), new DataContent(new byte[] { 1 }, "image/png")]))),
            await OfAsync(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("Use the app."), new DataContent(new byte[] { 2 }, "image/png")]))),
        ];

        Assert.Distinct(all);
    }

    private static async Task<ulong> OfAsync(ChatResponse answer)
    {
        answer.FinishReason = ChatFinishReason.Stop;
        var f = new CacheFixture();
        Assert.Equal(DeclineReason.None, (await f.Cache.StoreAsync(f.Plan("q"), answer)).Declined);
        return AnswerIdentity.Of(CacheEntry.TryRead(f.Tiers.Items.Values.Single().Payload)!);
    }
}

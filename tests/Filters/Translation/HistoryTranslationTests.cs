using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Ai = Microsoft.Extensions.AI;

namespace Parsimony.SemanticKernel.Tests;

public class HistoryTranslationTests
{
    private const string Detail = "ChatImageDetailLevel";
    private static readonly Uri Picture = new("http://pictures.example/card.png");

    private readonly CountingChatService model = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_detail_level_of_an_image_tells_answers_apart(bool streaming)
    {
        var kernel = TestKernel.With(model);

        foreach (var level in new[] { "low", "high", "low", null, "high" })
        {
            await AskAsync(kernel, Image(level is null ? null : new() { [Detail] = level }), streaming);
        }

        Assert.Equal(3, model.Calls);
    }

    [Fact]
    public void The_detail_level_is_where_tokens_are_counted_by_it()
    {
        var message = HistoryTranslation.ToChatMessage(Image(new() { [Detail] = "low" }));

        var image = Assert.Single(message.Contents.OfType<Ai.UriContent>());
        Assert.Equal("low", Assert.Single(image.AdditionalProperties!, static p => p.Key == "detail").Value);
        var back = MessageTranslation.ToChatMessageContent(message, [], kernel: null);
        Assert.Equal("low", back.Items.OfType<ImageContent>().Single().Metadata![Detail]);
    }

    [Fact]
    public async Task What_else_an_items_metadata_say_tells_answers_apart()
    {
        var kernel = TestKernel.With(model);

        foreach (var region in new object?[] { "top", "bottom", "top", 7, 7 })
        {
            await AskAsync(kernel, Image(new() { ["region"] = region }));
        }

        Assert.Equal(3, model.Calls);
    }

    [Fact]
    public async Task Metadata_that_cannot_be_read_keep_the_call_out_of_the_cache()
    {
        var kernel = TestKernel.With(model);

        await AskAsync(kernel, Image(new() { ["region"] = new Version(1, 2) }));
        await AskAsync(kernel, Image(new() { ["region"] = new Version(1, 2) }));

        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task Metadata_that_the_app_declares_volatile_do_not_count()
    {
        var kernel = TestKernel.With(model, static o => o.Cache.VolatileProperties.Add("uploaded"));

        await AskAsync(kernel, Image(new() { ["uploaded"] = "today" }));
        await AskAsync(kernel, Image(new() { ["uploaded"] = "yesterday" }));

        Assert.Equal(1, model.Calls);
    }

    [Fact]
    public async Task What_services_and_apps_note_on_whole_messages_does_not_count()
    {
        var kernel = TestKernel.With(model);
        for (var i = 0; i < 2; i++)
        {
            // Semantic Kernel hands a message's metadata to its text as well.
            Dictionary<string, object?> note = new() { ["Id"] = $"call {i}", ["Usage"] = new Version(i, 0) };
            var chat = kernel.GetRequiredService<IChatCompletionService>();
            await chat.GetChatMessageContentAsync(
                [
                    new ChatMessageContent(AuthorRole.User, "I have a card.", metadata: note),
                    new ChatMessageContent(AuthorRole.Assistant, [new TextContent("Noted.", metadata: note)]),
                    new ChatMessageContent(AuthorRole.User, "How do I block it?", metadata: note),
                ],
                kernel: kernel);
        }

        Assert.Equal(1, model.Calls);
    }

    private static ChatMessageContent Image(Dictionary<string, object?>? metadata) => new(
        AuthorRole.User,
        [new TextContent("What is this?"), new ImageContent(Picture) { MimeType = "image/png", Metadata = metadata }]);

    private static async Task AskAsync(Kernel kernel, ChatMessageContent message, bool streaming = false)
    {
        var chat = kernel.GetRequiredService<IChatCompletionService>();
        _ = streaming
            ? (object)await chat.GetStreamingChatMessageContentsAsync([message], kernel: kernel).ToListAsync()
            : await chat.GetChatMessageContentsAsync([message], kernel: kernel);
    }
}

using Microsoft.Extensions.AI;

namespace Parsimony.Caching.Tests.Entries;

public sealed class AnswerWriterTests
{
    [Fact]
    public void A_plain_answer_is_written_as_text_and_read_back()
    {
        var answer = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextReasoningContent("hm") { ProtectedData = "p" }, new TextContent("Grüße 🙂"), new TextContent("")]) { AuthorName = "Ann" })
        {
            ModelId = "m",
            FinishReason = ChatFinishReason.Stop,
        };

        var read = RoundTrip(answer, AnswerCodec.Text);

        Assert.Equal("Grüße 🙂", read.Text);
        Assert.Equal(("m", "Ann", ChatFinishReason.Stop), (read.ModelId, read.Messages[0].AuthorName, read.FinishReason!.Value));
        var reasoning = Assert.IsType<TextReasoningContent>(read.Messages[0].Contents[0]);
        Assert.Equal(("hm", "p"), (reasoning.Text, reasoning.ProtectedData));
        Assert.Equal(3, read.Messages[0].Contents.Count);
    }

    [Fact]
    public void Content_types_survive()
    {
        var answer = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("see"), new DataContent(new byte[] { 1, 2 }, "image/png"), new UriContent("https://example.org/", "text/html")]));

        var contents = RoundTrip(answer, AnswerCodec.Json).Messages[0].Contents;

        Assert.Equal(new byte[] { 1, 2 }, Assert.IsType<DataContent>(contents[1]).Data.ToArray());
        Assert.Equal("https://example.org/", Assert.IsType<UriContent>(contents[2]).Uri.ToString());
    }

    [Fact]
    public void Citations_survive()
    {
        var answer = new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("see") { Annotations = [new CitationAnnotation { Title = "handbook" }] }]));

        var annotation = RoundTrip(answer, AnswerCodec.Json).Messages[0].Contents[0].Annotations!.Single();

        Assert.Equal("handbook", Assert.IsType<CitationAnnotation>(annotation).Title);
    }

    [Fact]
    public void A_services_own_objects_are_left_out_and_its_plain_values_kept()
    {
        var answer = FakeModel.Answer("a");
        answer.AdditionalProperties = new() { ["fingerprint"] = "fp", ["logprobs"] = new object() };

        var read = RoundTrip(answer, AnswerCodec.Json);

        Assert.Equal("fp", read.AdditionalProperties!["fingerprint"]!.ToString());
        Assert.False(read.AdditionalProperties.ContainsKey("logprobs"));
    }

    [Fact]
    public void Content_that_has_no_written_form_is_refused() =>
        Assert.False(AnswerWriter.TryWrite(new ChatResponse(new ChatMessage(ChatRole.Assistant, [new TextContent("a"), new OddContent()])), out _, out _));

    private static ChatResponse RoundTrip(ChatResponse answer, AnswerCodec expected)
    {
        Assert.True(AnswerWriter.TryWrite(answer, out var codec, out var bytes));
        Assert.Equal(expected, codec);
        var entry = CacheEntry.TryRead(EntryWriter.Write(new EntryContent
        {
            Id = default, Partition = default, CreatedTicks = 0, ExpiresTicks = 0, Codec = codec, Answer = bytes,
        }))!;
        return AnswerReader.TryRead(entry)!;
    }

    private sealed class OddContent : AIContent;
}

using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Writes an answer as bytes: a text in a few microseconds, anything else as JSON.</summary>
internal static class AnswerWriter
{
    /// <summary>Writes an answer without what belongs to its call alone: ids, times, usage, the service's own objects.</summary>
    /// <returns>Whether all of the answer's content could be written.</returns>
    public static bool TryWrite(ChatResponse response, out AnswerCodec codec, out byte[] bytes)
    {
        var answer = Bare(response);
        codec = IsText(answer) ? AnswerCodec.Text : AnswerCodec.Json;
        try
        {
            bytes = codec == AnswerCodec.Text
                ? WriteText(answer)
                : JsonSerializer.SerializeToUtf8Bytes(answer, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatResponse)));
            return true;
        }
        catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException)
        {
            // A content type that has no JSON form; the exception may quote the answer and is dropped.
            bytes = [];
            return false;
        }
    }

    private static ChatResponse Bare(ChatResponse response) => new([.. response.Messages.Select(Bare)])
    {
        ModelId = response.ModelId,
        FinishReason = response.FinishReason,
        AdditionalProperties = PlainProperties.Of(response.AdditionalProperties),
    };

    private static ChatMessage Bare(ChatMessage message) =>
        new(message.Role, [.. message.Contents.Where(c => c is not UsageContent)])
        {
            AuthorName = message.AuthorName,
            AdditionalProperties = PlainProperties.Of(message.AdditionalProperties),
        };

    private static bool IsText(ChatResponse answer) =>
        answer is { AdditionalProperties: null, Messages: [{ AdditionalProperties: null } message] }
        && message.Role == ChatRole.Assistant
        && message.Contents.All(c => c is { Annotations: null or { Count: 0 }, AdditionalProperties: null or { Count: 0 } }
            && (c.GetType() == typeof(TextContent) || c.GetType() == typeof(TextReasoningContent)));

    private static byte[] WriteText(ChatResponse answer)
    {
        using var stream = new MemoryStream(answer.Messages[0].Text.Length + 64);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        WriteOptional(writer, answer.ModelId);
        WriteOptional(writer, answer.FinishReason?.Value);
        WriteOptional(writer, answer.Messages[0].AuthorName);
        writer.Write(answer.Messages[0].Contents.Count);
        foreach (var content in answer.Messages[0].Contents)
        {
            var reasoning = content as TextReasoningContent;
            writer.Write(reasoning is not null);
            writer.Write(reasoning?.Text ?? ((content as TextContent)?.Text ?? ""));
            if (reasoning is not null)
            {
                WriteOptional(writer, reasoning.ProtectedData);
            }
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static void WriteOptional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }
}

using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>Reads an answer back. Each call gives new objects: what one caller changes, no other caller sees.</summary>
internal static class AnswerReader
{
    /// <summary>Reads an answer, or gives <see langword="null"/> where the bytes are not one.</summary>
    public static ChatResponse? TryRead(CacheEntry entry)
    {
        try
        {
            return entry.Codec == AnswerCodec.Text
                ? ReadText(entry.Answer.Span)
                : JsonSerializer.Deserialize(entry.Answer.Span, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(ChatResponse))) as ChatResponse;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static ChatResponse ReadText(ReadOnlySpan<byte> bytes)
    {
        var response = new ChatResponse { ModelId = Optional(ref bytes) };
        if (Optional(ref bytes) is { } finish)
        {
            response.FinishReason = finish == ChatFinishReason.Stop.Value ? ChatFinishReason.Stop : new ChatFinishReason(finish);
        }

        var message = new ChatMessage { Role = ChatRole.Assistant, AuthorName = Optional(ref bytes) };
        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        bytes = bytes[sizeof(int)..];
        for (; count > 0; count--)
        {
            var reasoning = Flag(ref bytes);
            var text = Text(ref bytes);
            message.Contents.Add(reasoning ? new TextReasoningContent(text) { ProtectedData = Optional(ref bytes) } : new TextContent(text));
        }

        response.Messages.Add(message);
        return response;
    }

    private static bool Flag(ref ReadOnlySpan<byte> bytes)
    {
        var flag = bytes[0] != 0;
        bytes = bytes[1..];
        return flag;
    }

    private static string? Optional(ref ReadOnlySpan<byte> bytes) => Flag(ref bytes) ? Text(ref bytes) : null;

    // As BinaryWriter writes a string: its length in UTF-8 by 7 bits a byte, then the bytes.
    private static string Text(ref ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            length |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0)
            {
                break;
            }
        }

        var text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }
}

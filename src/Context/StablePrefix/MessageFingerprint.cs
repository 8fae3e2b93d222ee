using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Parsimony.Context;

/// <summary>A hash of what a provider is sent of a message: role, author and contents. It tells whether two requests begin alike; no text can be read from it.</summary>
internal static class MessageFingerprint
{
    /// <summary>Hashes a message together with all that was before it.</summary>
    public static UInt128 Of(UInt128 before, ChatMessage message)
    {
        var hash = Chain(Chain(before, message.Role.Value), message.AuthorName ?? "");
        foreach (var content in message.Contents)
        {
            hash = Chain(hash, content.GetType().Name);
            hash = content switch
            {
                TextContent text => Chain(hash, text.Text),
                TextReasoningContent reasoning => Chain(hash, reasoning.Text),
                FunctionCallContent call => Chain(Chain(Chain(hash, call.CallId), call.Name), WireJson.ArgumentsOf(call)),
                FunctionResultContent result => Chain(Chain(hash, result.CallId), ToolResultText.Of(result.Result)),
                DataContent data => Chain(Chain(hash, data.MediaType), AsText(data.Data.Span)),
                UriContent uri => Chain(hash, uri.Uri.OriginalString),
                _ => hash,
            };
        }

        return hash;
    }

    /// <summary>Hashes the tools of a request: providers read them before the messages.</summary>
    public static UInt128 Of(ChatOptions? options)
    {
        var hash = Chain(default, options?.Instructions ?? "");
        foreach (var tool in options?.Tools ?? [])
        {
            hash = Chain(Chain(hash, tool.Name), tool.Description);
            if (tool is AIFunctionDeclaration { JsonSchema: { ValueKind: not JsonValueKind.Undefined } schema })
            {
                hash = Chain(hash, AsText(JsonMarshal.GetRawUtf8Value(schema)));
            }
        }

        return hash;
    }

    // An odd last byte is left out: it closes a schema, and of a picture it says nothing that the others do not.
    private static ReadOnlySpan<char> AsText(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, char>(bytes[..(bytes.Length & ~1)]);

    private static UInt128 Chain(UInt128 hash, ReadOnlySpan<char> text)
    {
        var own = TextFingerprint.Of(text);
        Span<UInt128> both = [hash, own];
        return TextFingerprint.Of(MemoryMarshal.Cast<UInt128, char>(both));
    }
}

using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace Parsimony;

/// <summary>A hash of a request's non-system messages: role, text, tool calls and tool results, in order. Equal requests have equal hashes on every door.</summary>
internal readonly record struct RequestHash(UInt128 Value)
{
    /// <summary>Hashes the messages. System and developer messages do not count: connectors add, move and merge them.</summary>
    public static RequestHash Of(IEnumerable<ChatMessage> messages)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.System || message.Role.Value == "developer")
            {
                continue;
            }

            Append(hash, message.Role.Value);
            foreach (var content in message.Contents)
            {
                switch (content)
                {
                    case TextContent text:
                        Append(hash, "t");
                        Append(hash, text.Text);
                        break;
                    case FunctionCallContent call:
                        Append(hash, "c");
                        Append(hash, call.CallId);
                        Append(hash, call.Name);
                        AppendArguments(hash, call.Arguments);
                        break;
                    case FunctionResultContent result:
                        Append(hash, "r");
                        Append(hash, result.CallId);
                        Append(hash, result.Result?.ToString() ?? "");
                        break;
                    case DataContent data:
                        Append(hash, "d");
                        Append(hash, data.MediaType);
                        Append(hash, data.Data.Span);
                        break;
                    case UriContent uri:
                        Append(hash, "u");
                        Append(hash, uri.Uri.OriginalString);
                        break;
                    default:
                        Append(hash, content.GetType().Name);
                        break;
                }
            }
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return new RequestHash(MemoryMarshal.Read<UInt128>(digest));
    }

    // Doors disagree on an argument's type (a string here, a JsonElement there) but not on its text.
    private static void AppendArguments(IncrementalHash hash, IDictionary<string, object?>? arguments)
    {
        foreach (var (name, value) in (arguments ?? ImmutableDictionary<string, object?>.Empty).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Append(hash, name);
            Append(hash, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        // The length in front keeps ("ab", "c") and ("a", "bc") apart.
        Span<byte> length = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, rented);
        Append(hash, rented.AsSpan(0, written));
        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }
}

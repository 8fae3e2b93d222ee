using System.Buffers;
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
                        break;
                    case FunctionResultContent result:
                        Append(hash, "r");
                        Append(hash, result.CallId);
                        Append(hash, result.Result?.ToString() ?? "");
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

    private static void Append(IncrementalHash hash, string text)
    {
        // The length in front keeps ("ab", "c") and ("a", "bc") apart.
        Span<byte> length = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(length, text.Length);
        hash.AppendData(length);
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var written = Encoding.UTF8.GetBytes(text, rented);
        hash.AppendData(rented, 0, written);
        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }
}

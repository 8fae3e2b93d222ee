using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace Parsimony.Caching;

/// <summary>A number that tells answers apart: equal for equal texts, whatever their blanks and their model.</summary>
internal static class AnswerIdentity
{
    /// <summary>64 bits of a SHA-256 over the answer's normalised text; over the whole answer where it is more than text.</summary>
    public static ulong Of(CacheEntry entry)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        if (AnswerReader.TryRead(entry) is { } answer && IsText(answer) && TextNormalizer.Normalize(answer.Text) is { Length: > 0 } text)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        }
        else
        {
            SHA256.HashData(entry.Answer.Span, digest);
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }

    private static bool IsText(ChatResponse answer) => answer.Messages.All(static m => m.Contents.All(static c => c is TextContent or TextReasoningContent));
}

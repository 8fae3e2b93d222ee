using System.Runtime.CompilerServices;

namespace Parsimony.Context;

/// <summary>
/// Remembers how many tokens texts have, so that recounting a history costs what is new in it: by reference first, for strings never
/// change, and then by content.
/// </summary>
internal sealed class RememberingTokenCounter(TokenCounter inner) : TokenCounter
{
    /// <summary>Shorter texts are counted faster than they are found.</summary>
    private const int ShortestRemembered = 32;

    private const int Capacity = 32_768;
    private const int ReferenceBits = 13;

    private static readonly ConditionalWeakTable<TokenCounter, RememberingTokenCounter> Shared = [];

    private readonly ReferenceMemory<string, int> byReference = new(ReferenceBits);
    private readonly GenerationalCache<UInt128, int> byContent = new(Capacity);

    public override string Name => inner.Name;

    /// <summary>Gets the memory of a counter: one for all who count with it.</summary>
    public static RememberingTokenCounter Of(TokenCounter counter) =>
        counter as RememberingTokenCounter ?? Shared.GetValue(counter, static c => new RememberingTokenCounter(c));

    public override int Count(ReadOnlySpan<char> text)
    {
        if (text.Length < ShortestRemembered)
        {
            return inner.Count(text);
        }

        var key = TextFingerprint.Of(text);
        if (!byContent.TryGet(key, out var count))
        {
            count = inner.Count(text);
            byContent.Set(key, count, 1);
        }

        return count;
    }

    public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount) =>
        inner.GetPrefixLength(text, maxTokens, out tokenCount);

    public override TokenMap Map(string text) => inner.Map(text);

    internal override int Count(string? text)
    {
        if (text is null || text.Length < ShortestRemembered)
        {
            return inner.Count(text.AsSpan());
        }

        if (!byReference.TryGet(text, out var count))
        {
            count = Count(text.AsSpan());
            byReference.Set(text, count);
        }

        return count;
    }
}

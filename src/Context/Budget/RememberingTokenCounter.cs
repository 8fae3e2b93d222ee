namespace Parsimony.Context;

/// <summary>Remembers how many tokens texts have, by content, so that recounting a history costs what is new in it.</summary>
internal sealed class RememberingTokenCounter(TokenCounter inner) : TokenCounter
{
    /// <summary>Shorter texts are counted faster than they are found.</summary>
    private const int ShortestRemembered = 32;

    private const int Capacity = 32_768;

    private readonly GenerationalCache<UInt128, int> counts = new(Capacity);

    public override string Name => inner.Name;

    public override int Count(ReadOnlySpan<char> text)
    {
        if (text.Length < ShortestRemembered)
        {
            return inner.Count(text);
        }

        var key = TextFingerprint.Of(text);
        if (!counts.TryGet(key, out var count))
        {
            count = inner.Count(text);
            counts.Set(key, count, 1);
        }

        return count;
    }

    public override int GetPrefixLength(ReadOnlySpan<char> text, int maxTokens, out int tokenCount) =>
        inner.GetPrefixLength(text, maxTokens, out tokenCount);
}

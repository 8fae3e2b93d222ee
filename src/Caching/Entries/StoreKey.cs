namespace Parsimony.Caching;

/// <summary>An entry's key in the tiers. The prefix keeps us apart from other users of a shared distributed cache.</summary>
internal static class StoreKey
{
    private const string Prefix = "parsimony:1:";

    public static string Of(CacheDigest key)
    {
        Span<byte> bytes = stackalloc byte[CacheDigest.Size];
        Span<char> text = stackalloc char[Prefix.Length + (2 * CacheDigest.Size)];
        key.CopyTo(bytes);
        Prefix.CopyTo(text);
        Convert.TryToHexStringLower(bytes, text[Prefix.Length..], out _);
        return new string(text);
    }
}

using System.Buffers.Binary;
using System.Globalization;

namespace Parsimony.Caching;

/// <summary>An entry's name for people and tools: its key, and a number that tells it from later entries under the same key.</summary>
internal readonly record struct EntryId(CacheDigest Key, uint Number)
{
    private const int KeyDigits = 2 * CacheDigest.Size;

    public static bool TryParse(string? text, out EntryId id)
    {
        id = default;
        if (text is null || text.Length != KeyDigits + 9 || text[KeyDigits] != '-'
            || !uint.TryParse(text.AsSpan(KeyDigits + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        if (!CacheDigest.TryParse(text.AsSpan(0, KeyDigits), out var key))
        {
            return false;
        }

        id = new EntryId(key, number);
        return true;
    }

    public override string ToString()
    {
        Span<byte> key = stackalloc byte[CacheDigest.Size];
        Span<byte> number = stackalloc byte[sizeof(uint)];
        Span<char> text = stackalloc char[KeyDigits + 9];
        Key.CopyTo(key);
        BinaryPrimitives.WriteUInt32BigEndian(number, Number);
        Convert.TryToHexStringLower(key, text, out _);
        text[KeyDigits] = '-';
        Convert.TryToHexStringLower(number, text[(KeyDigits + 1)..], out _);
        return new string(text);
    }
}

using System.Text;

namespace Parsimony.Embeddings;

/// <summary>The scripts whose negations this guard knows: Latin, Cyrillic, Chinese and Japanese.</summary>
internal static class KnownScripts
{
    public static bool AreAll(string text)
    {
        if (Ascii.IsValid(text))
        {
            return true;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) && !Known(rune.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Known(int c) => c is < 0x0250 // Latin
        or (>= 0x0400 and < 0x0530) // Cyrillic
        or (>= 0x1E00 and < 0x1F00) // Latin with more marks
        or (>= 0x3000 and < 0x3100) // Japanese syllables
        or (>= 0x3400 and < 0xA000) or (>= 0xF900 and < 0xFB00) or (>= 0x20000 and < 0x32000) // Han
        or (>= 0xFF00 and < 0xFFA0); // full width
}

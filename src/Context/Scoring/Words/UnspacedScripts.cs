using System.Text;

namespace Parsimony.Context;

/// <summary>Scripts whose words are not told apart by spaces (or, as in Korean, carry their particles with them).</summary>
internal static class UnspacedScripts
{
    public static bool Contains(Rune rune) => rune.Value switch
    {
        < 0x0E00 => false,
        <= 0x0EFF => Rune.IsLetter(rune),                    // Thai, Lao
        >= 0x1000 and <= 0x109F => Rune.IsLetter(rune),      // Myanmar
        >= 0x1780 and <= 0x17FF => Rune.IsLetter(rune),      // Khmer
        >= 0x3040 and <= 0x30FF => Rune.IsLetter(rune),      // Hiragana, Katakana
        >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF => true, // Han
        >= 0xAC00 and <= 0xD7AF => true,                     // Hangul syllables
        >= 0x20000 and <= 0x3FFFF => true,                   // Han, further planes
        _ => false,
    };
}

using System.Text;

namespace Parsimony.Context.Tests;

/// <summary>Random texts of the characters that the pretokenizers tell apart: runs, line breaks, contractions, surrogates, NUL.</summary>
internal static class RandomTexts
{
    private const string Any = "abzAZÉßǅʰªſ中のกاह\u0301\u0903\u20dd'’stmdrevlSTMDREVL019½٣Ⅷ \u00a0\u3000\u0085\t\r\n\n\u2028!/.,-_({€\ufeff\u200d\ufe0f\ufffd\0😀𝐚\ud800 '//\n\n  \n;";
    private const string Ascii = "abzAZ'stmdrevlSTMDRE019 \t\r\n\n!/.,-_({  ;'\0\u007f\u000b   \n";
    private const string Blanks = "  \n\n\t ;/'sA";

    public static IEnumerable<string> Of(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var characters = (i % 4) switch { 0 => Any, 1 => Ascii, 2 => Blanks, _ => null };
            var text = new StringBuilder();
            for (var length = random.Next(1, i % 5 == 0 ? 200 : 40); length > 0; length--)
            {
                _ = characters is null && random.Next(4) > 0
                    ? text.Append((char)('a' + random.Next(26)))
                    : text.Append((characters ?? Any)[random.Next((characters ?? Any).Length)], random.Next(8) == 0 ? 1 + random.Next(4) : 1);
            }

            yield return text.ToString();
        }
    }
}

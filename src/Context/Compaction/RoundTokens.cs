using System.Numerics;

namespace Parsimony.Context;

/// <summary>Rounds lengths that texts are cut to, so that the same text is asked for in few lengths and remembered ones serve again.</summary>
internal static class RoundTokens
{
    private const int LeadingBits = 4;

    /// <summary>Rounds down to four leading binary digits: by less than an eighth.</summary>
    public static int Down(int tokens)
    {
        var shift = Math.Max(0, BitOperations.Log2((uint)Math.Max(1, tokens)) - (LeadingBits - 1));
        return tokens >> shift << shift;
    }
}

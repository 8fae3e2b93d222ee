using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parsimony.Context;

/// <summary>What kinds the characters of a window have: one bit mask for each kind, bit i for the character at i.</summary>
/// <remarks>The kinds are those of <see cref="CharKinds"/>, which says what they mean. Bits behind the window's end are 0.</remarks>
internal readonly struct CharMasks
{
    /// <summary>The most characters of a window.</summary>
    public const int Length = 64;

    public ulong Upper { get; private init; }

    public ulong Lower { get; private init; }

    public ulong Mark { get; private init; }

    public ulong Number { get; private init; }

    /// <summary>Gets the white space, line breaks included.</summary>
    public ulong White { get; private init; }

    public ulong NewLine { get; private init; }

    public ulong Symbol { get; private init; }

    /// <summary>Gets what a window does not decide about: surrogates and NUL.</summary>
    public ulong Odd { get; private init; }

    /// <summary>Gets U+0020 alone, which takes symbols along where other white space does not.</summary>
    public ulong Space { get; private init; }

    public ulong Apostrophe { get; private init; }

    public ulong NonAscii { get; private init; }

    /// <summary>Reads a window.</summary>
    /// <param name="first">Its first character; <see cref="Length"/> must be readable.</param>
    public static CharMasks Of(ref char first)
    {
        var low = Narrow(ref first);
        var high = Narrow(ref Unsafe.Add(ref first, Length / 2));
        return (low | high).ExtractMostSignificantBits() == 0 ? OfAscii(low, high) : OfAny(ref first, low, high);
    }

    /// <summary>Reads a window by the table of kinds. What <see cref="Of"/> says of ASCII without the table is the same.</summary>
    internal static CharMasks OfAny(ref char first) => OfAny(ref first, Narrow(ref first), Narrow(ref Unsafe.Add(ref first, Length / 2)));

    private static CharMasks OfAscii(Vector256<byte> low, Vector256<byte> high)
    {
        var upper = Range(low, high, 'A', 'Z');
        var lower = Range(low, high, 'a', 'z');
        var number = Range(low, high, '0', '9');
        var space = Equal(low, high, ' ');
        var white = space | Range(low, high, '\t', '\r');
        return new CharMasks
        {
            Upper = upper,
            Lower = lower,
            Number = number,
            White = white,
            NewLine = Equal(low, high, '\n') | Equal(low, high, '\r'),
            Symbol = ~(upper | lower | number | white),
            Odd = Equal(low, high, '\0'),
            Space = space,
            Apostrophe = Equal(low, high, '\''),
        };
    }

    private static CharMasks OfAny(ref char first, Vector256<byte> low, Vector256<byte> high)
    {
        var kindsLow = Kinds(ref first);
        var kindsHigh = Kinds(ref Unsafe.Add(ref first, Length / 2));
        return new CharMasks
        {
            Upper = Flag(kindsLow, kindsHigh, CharKinds.Upper),
            Lower = Flag(kindsLow, kindsHigh, CharKinds.Lower),
            Mark = Flag(kindsLow, kindsHigh, CharKinds.Mark),
            Number = Flag(kindsLow, kindsHigh, CharKinds.Number),
            White = Flag(kindsLow, kindsHigh, CharKinds.Space),
            NewLine = Flag(kindsLow, kindsHigh, CharKinds.NewLine),
            Symbol = Flag(kindsLow, kindsHigh, CharKinds.Symbol),
            Odd = Flag(kindsLow, kindsHigh, CharKinds.Special),
            Space = Equal(low, high, ' '),
            Apostrophe = Equal(low, high, '\''),
            NonAscii = Join(low.ExtractMostSignificantBits(), high.ExtractMostSignificantBits()),
        };
    }

    // Characters above U+00FF become 0xFF, which is no character that is compared with.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Narrow(ref char first)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref first);
        return Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref units), Vector256.LoadUnsafe(ref units, (nuint)Vector256<ushort>.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Kinds(ref char first) => Vector256.Create(
        EightKinds(ref first),
        EightKinds(ref Unsafe.Add(ref first, 8)),
        EightKinds(ref Unsafe.Add(ref first, 16)),
        EightKinds(ref Unsafe.Add(ref first, 24))).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightKinds(ref char first)
    {
        var kinds = 0UL;
        for (var i = 0; i < 8; i++)
        {
            kinds |= (ulong)CharKinds.OfUnit(Unsafe.Add(ref first, i)) << (8 * i);
        }

        return kinds;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Flag(Vector256<byte> low, Vector256<byte> high, byte flag)
    {
        var flags = Vector256.Create(flag);
        return Join(Vector256.Equals(low & flags, flags).ExtractMostSignificantBits(), Vector256.Equals(high & flags, flags).ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Equal(Vector256<byte> low, Vector256<byte> high, char character)
    {
        var wanted = Vector256.Create((byte)character);
        return Join(Vector256.Equals(low, wanted).ExtractMostSignificantBits(), Vector256.Equals(high, wanted).ExtractMostSignificantBits());
    }

    // For ASCII only: the sign bit is free, so that the ends of a range can be told by two additions and one look at the sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Range(Vector256<byte> low, Vector256<byte> high, char from, char to)
    {
        var atLeast = Vector256.Create((byte)(0x80 - from));
        var above = Vector256.Create((byte)(0x7F - to));
        return Join(
            Vector256.AndNot(low + atLeast, low + above).ExtractMostSignificantBits(),
            Vector256.AndNot(high + atLeast, high + above).ExtractMostSignificantBits());
    }

    private static ulong Join(uint low, uint high) => low | (ulong)high << 32;
}

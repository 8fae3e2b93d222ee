using System.Buffers;

namespace Parsimony.Context;

/// <summary>Tells lines apart by what they say and not by times, ids and numbers: each word with a digit counts as one and the same.</summary>
internal static class LineMask
{
    private const char Mask = '#';

    private static readonly SearchValues<char> Joints = SearchValues.Create(".:,-/_+");

    /// <summary>Gets what stands for a line; equal for lines that differ in words with digits only.</summary>
    public static UInt128 Of(ReadOnlySpan<char> line)
    {
        var rented = ArrayPool<char>.Shared.Rent(line.Length + 1);
        var length = 0;
        for (var i = 0; i < line.Length;)
        {
            if (!char.IsLetterOrDigit(line[i]))
            {
                rented[length++] = line[i++];
                continue;
            }

            var end = i + 1;
            while (end < line.Length && char.IsLetterOrDigit(line[end]))
            {
                end++;
            }

            var word = line[i..end];
            if (!word.ContainsAnyInRange('0', '9'))
            {
                word.CopyTo(rented.AsSpan(length));
                length += word.Length;
            }
            else if (length >= 2 && rented[length - 2] == Mask && Joints.Contains(rented[length - 1]))
            {
                // The parts of a time, an address or an id are one.
                length--;
            }
            else
            {
                rented[length++] = Mask;
            }

            i = end;
        }

        var mask = TextFingerprint.Of(rented.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(rented);
        return mask;
    }
}

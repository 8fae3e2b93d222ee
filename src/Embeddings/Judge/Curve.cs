using System.Runtime.InteropServices;

namespace Parsimony.Embeddings;

/// <summary>A curve through measured points: on a line between two of them, level outside.</summary>
internal sealed class Curve
{
    private readonly float[] at;
    private readonly float[] values;

    /// <summary>Reads a curve.</summary>
    /// <param name="file">Starts with the number of points (a 32-bit integer), then where they are, rising, and their values (floats).</param>
    /// <param name="length">How many bytes it took.</param>
    public Curve(ReadOnlySpan<byte> file, out int length)
    {
        var points = MemoryMarshal.Read<int>(file);
        at = MemoryMarshal.Cast<byte, float>(file.Slice(4, points * 4)).ToArray();
        values = MemoryMarshal.Cast<byte, float>(file.Slice(4 + (points * 4), points * 4)).ToArray();
        length = 4 + (points * 8);
    }

    /// <summary>The value at a place.</summary>
    public double At(double place)
    {
        var above = 0;
        while (above < at.Length && at[above] < place)
        {
            above++;
        }

        if (above == 0 || above == at.Length)
        {
            return above == 0 ? values[0] : values[^1];
        }

        var share = (place - at[above - 1]) / (at[above] - at[above - 1]);
        return values[above - 1] + (share * (values[above] - values[above - 1]));
    }
}

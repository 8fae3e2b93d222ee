using System.Runtime.Intrinsics;

namespace Parsimony.Embeddings;

/// <summary>
/// What four sign bits contribute to the dot product with one query, for every value of the four bits, in small steps. The look-ups of a row
/// add up to Offset + (query * signs) / Step, so an unrounded query meets one-bit codes: half the error of comparing bits with bits. (The
/// look-up by shuffle is André, Kermarrec and Le Scouarnec's "Quick ADC", 2017; unbiased estimates from signs are RaBitQ's, 2024.)
/// </summary>
/// <param name="Step">What one step is worth.</param>
/// <param name="Offset">The sum that stands for a dot product of 0.</param>
internal readonly record struct SignTables(float Step, float Offset)
{
    /// <summary>Entries of a table, one byte each.</summary>
    public const int Entries = 16;

    private const int Bits = 4;

    /// <summary>The bytes that the tables of a query take.</summary>
    public static int Bytes(int width) => width / Bits * Entries;

    /// <param name="query">A rotated query; a multiple of 16 components.</param>
    /// <param name="tables">
    /// Receives the tables, in the order in which a scan needs them: for each pair of code bytes those of the lower halves of both bytes, then
    /// of the upper halves.
    /// </param>
    public static SignTables Write(ReadOnlySpan<float> query, Span<byte> tables)
    {
        var widest = 0f;
        var offset = 0f;
        for (var i = 0; i < query.Length; i += Bits)
        {
            var reach = Reach(query.Slice(i, Bits));
            widest = MathF.Max(widest, reach);
            offset += reach;
        }

        // Two look-ups are added in a byte, and all look-ups of a row in 16 bits: twice those of the coarse plane and those of the fine one.
        var most = Math.Min(byte.MaxValue / 2, ushort.MaxValue / (3 * query.Length / Bits));
        var step = 2 * widest / most;
        for (var i = 0; i < query.Length; i += Bits)
        {
            var number = i / Bits;
            var place = (number & ~3) | ((number & 1) << 1) | ((number >> 1) & 1);
            Fill(query.Slice(i, Bits), 1 / step, tables.Slice(place * Entries, Entries));
        }

        return new(step, offset / step);
    }

    private static float Reach(ReadOnlySpan<float> four) => Vector128.Sum(Vector128.Abs(Vector128.Create(four)));

    private static void Fill(ReadOnlySpan<float> four, float steps, Span<byte> table)
    {
        // Half a step for rounding; all signs against the query give 0.
        var scaled = Vector128.Create(four) * steps;
        var near = Vector128.Create((Reach(four) * steps) + 0.5f)
            + (Vector128.Create(-1f, 1, -1, 1) * scaled[0]) + (Vector128.Create(-1f, -1, 1, 1) * scaled[1]);
        var (c, d) = (Vector128.Create(scaled[2]), Vector128.Create(scaled[3]));
        Vector128.Narrow(
            Vector128.Narrow(Whole(near - c - d), Whole(near + c - d)),
            Vector128.Narrow(Whole(near - c + d), Whole(near + c + d))).CopyTo(table);
    }

    // Rounding may leave a little less than 0.
    private static Vector128<uint> Whole(Vector128<float> values) => Vector128.ConvertToInt32(Vector128.Max(values, Vector128<float>.Zero)).AsUInt32();
}

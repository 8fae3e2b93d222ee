namespace Parsimony.Embeddings;

/// <summary>
/// Where the sign codes of 32 rows lie. A table look-up by shuffle answers for 16 bytes of a register at once, so equal bytes of many rows lie
/// side by side: for each pair of code bytes 64 bytes, of rows 0 to 15 the first byte, then the second, then the same of rows 16 to 31.
/// </summary>
internal static class SignLayout
{
    public const int GroupRows = 32;

    /// <summary>The bytes of one pair of code bytes for a whole group.</summary>
    public const int PairBytes = 2 * GroupRows;

    private const int HalfRows = GroupRows / 2;

    /// <summary>The bytes of a group of rows of this width.</summary>
    public static int GroupBytes(int width) => width / 8 * GroupRows;

    /// <summary>Where a byte of a row's code lies within its group.</summary>
    public static int At(int row, int codeByte) =>
        (codeByte / 2 * PairBytes) + (row / HalfRows * GroupRows) + (codeByte % 2 * HalfRows) + (row % HalfRows);

    public static void Write(Span<byte> group, int row, ReadOnlySpan<byte> code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            group[At(row, i)] = code[i];
        }
    }

    /// <summary>Copies the code of one row to another.</summary>
    public static void Copy(ReadOnlySpan<byte> from, int fromRow, Span<byte> to, int toRow)
    {
        var codeBytes = to.Length / GroupRows;
        for (var i = 0; i < codeBytes; i++)
        {
            to[At(toRow, i)] = from[At(fromRow, i)];
        }
    }
}

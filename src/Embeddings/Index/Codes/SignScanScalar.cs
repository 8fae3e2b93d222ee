namespace Parsimony.Embeddings;

/// <summary>The scan of sign codes without vector instructions: slow, and what the others are held to.</summary>
internal static class SignScanScalar
{
    public static uint Group(ReadOnlySpan<byte> coarse, ReadOnlySpan<byte> fine, int planes, ReadOnlySpan<byte> tables, ushort threshold)
    {
        var reached = 0u;
        for (var row = 0; row < SignLayout.GroupRows; row++)
        {
            var sum = Sum(coarse, tables, row);
            if ((planes == 1 ? sum : (2 * sum) + Sum(fine, tables, row)) >= threshold)
            {
                reached |= 1u << row;
            }
        }

        return reached;
    }

    private static int Sum(ReadOnlySpan<byte> codes, ReadOnlySpan<byte> tables, int row)
    {
        var sum = 0;
        for (var pair = 0; pair < tables.Length; pair += 4 * SignTables.Entries)
        {
            for (var second = 0; second < 2; second++)
            {
                int bits = codes[SignLayout.At(row, (pair / SignLayout.PairBytes * 2) + second)];
                sum += tables[pair + (second * SignTables.Entries) + (bits & 15)];
                sum += tables[pair + ((second + 2) * SignTables.Entries) + (bits >> 4)];
            }
        }

        return sum;
    }
}

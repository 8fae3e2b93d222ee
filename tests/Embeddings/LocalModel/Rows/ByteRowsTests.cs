using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class ByteRowsTests
{
    [Fact]
    public void Every_width_of_instructions_adds_a_scaled_row_as_plain_arithmetic_does() =>
        Prop.ForAll<int>(SumsAgree).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_width_of_instructions_widens_a_row_without_a_change() =>
        Prop.ForAll<int>(WidenedRowsAgree).QuickCheckThrowOnFailure();

    private static bool SumsAgree(int seed)
    {
        var random = new RandomRows(seed);
        var (row, sums, factor) = (random.Bytes(256), random.Numbers(256, 1_000_000), random.Next(1, 4095));
        var expected = sums.Zip(row, (sum, component) => sum + (component * factor)).ToArray();
        return RandomRows.Paths.All(path =>
        {
            var added = sums.ToArray();
            ByteRows.AddScaled(path, row, factor, added);
            return added.SequenceEqual(expected);
        });
    }

    private static bool WidenedRowsAgree(int seed)
    {
        var row = new RandomRows(seed).Bytes(256);
        return RandomRows.Paths.All(path =>
        {
            var wide = new short[row.Length];
            ByteRows.Widen(path, row, wide);
            return wide.SequenceEqual(row.Select(static b => (short)b));
        });
    }
}

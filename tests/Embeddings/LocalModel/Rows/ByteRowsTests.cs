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

    [Fact]
    public void Every_width_of_instructions_gives_the_dot_product_of_plain_arithmetic() =>
        Prop.ForAll<int>(DotsAgree).QuickCheckThrowOnFailure();

    private static bool DotsAgree(int seed)
    {
        var random = new RandomRows(seed);
        var (row, other) = (random.Bytes(256), random.Bytes(256));
        var wide = other.Select(static b => (short)b).ToArray();
        var expected = row.Zip(other, static (left, right) => left * right).Sum();
        return RandomRows.Paths.All(path => ByteRows.Dot(path, row, wide) == expected);
    }

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

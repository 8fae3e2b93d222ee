using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class WideRowSumsTests
{
    [Fact]
    public void Every_width_of_instructions_sums_the_chosen_rows_as_plain_arithmetic_does() =>
        Prop.ForAll<int>(SumsAgree).QuickCheckThrowOnFailure();

    private static bool SumsAgree(int seed)
    {
        var random = new RandomRows(seed);
        var count = random.Next(1, 12);
        var rows = random.Wide(256 * count);
        int[] factors = [.. Enumerable.Range(0, count).Select(_ => random.Next(1, 4095))];
        byte[] chosen = [.. Enumerable.Range(0, count).Where(_ => random.Next(0, 2) > 0).Select(static i => (byte)i)];
        var expected = Enumerable.Range(0, 256).Select(d => chosen.Sum(row => rows[(row * 256) + d] * factors[row])).ToArray();
        return RandomRows.Paths.All(path =>
        {
            var sums = random.Numbers(256, 1000);
            WideRowSums.Of(path, rows, factors, chosen, sums);
            return sums.SequenceEqual(expected);
        });
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class WideRowDotsTests
{
    [Fact]
    public void Every_width_of_instructions_gives_the_dot_products_of_plain_arithmetic() =>
        Prop.ForAll<int>(DotsAgree).QuickCheckThrowOnFailure();

    private static bool DotsAgree(int seed)
    {
        var random = new RandomRows(seed);
        var count = random.Next(0, 11);
        var (row, others) = (random.Wide(256), random.Wide(256 * count));
        var expected = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, 256).Sum(d => row[d] * others[(i * 256) + d])).ToArray();
        return RandomRows.Paths.All(path =>
        {
            var dots = new int[count];
            WideRowDots.Of(path, row, others, dots);
            return dots.SequenceEqual(expected)
                && Enumerable.Range(0, count).All(i => WideRowDots.One(path, row, others.AsSpan(i * 256, 256)) == expected[i]);
        });
    }
}

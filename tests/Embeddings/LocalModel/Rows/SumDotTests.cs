using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class SumDotTests
{
    [Fact]
    public void Every_width_of_instructions_gives_the_exact_product_of_two_long_sums() =>
        Prop.ForAll<int>(ProductsAgree).QuickCheckThrowOnFailure();

    private static bool ProductsAgree(int seed)
    {
        const int longest = JudgedQuestion.MostWords * 127 * 4095;
        var random = new RandomRows(seed);
        var (left, right) = (random.Numbers(256, longest), random.Numbers(256, longest));
        var expected = left.Zip(right, static (l, r) => (long)l * r).Sum();
        return RandomRows.Paths.All(path => SumDot.Of(path, left, right) == expected);
    }
}

using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class ComponentDotTests
{
    [Fact]
    public void All_paths_give_the_same_sum()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(1, 20).ToArbitrary(), (seed, granules) =>
        {
            var random = new Random(seed);
            var query = Enumerable.Range(0, granules * 32).Select(_ => (short)random.Next(-2047, 2048)).ToArray();
            var stored = query.Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
            var expected = query.Zip(stored, static (q, s) => q * s).Sum();

            Assert.All(Enum.GetValues<SimdPath>(), path => Assert.Equal(expected, ComponentDot.Of(path, query, stored)));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(32)]
    [InlineData(8192)]
    [InlineData(65_536)]
    public void The_largest_sum_of_any_width_fits(int width)
    {
        var limit = ComponentCode.QueryLimit(width);
        var query = Enumerable.Repeat((short)-limit, width).ToArray();
        var stored = Enumerable.Repeat((sbyte)ComponentCode.ByteLimit, width).ToArray();

        Assert.All(Enum.GetValues<SimdPath>(), path => Assert.Equal(-limit * ComponentCode.ByteLimit * width, ComponentDot.Of(path, query, stored)));
    }
}

using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class LanesTests
{
    [Fact]
    public void Products_of_neighbours_are_added_alike_at_every_width() =>
        Prop.ForAll<int>(PairsAgree).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_other_number_is_multiplied_alike_at_every_width() =>
        Prop.ForAll<int>(EvenAgree).QuickCheckThrowOnFailure();

    [Fact]
    public void Four_vectors_have_four_sums()
    {
        var sums = Lanes.Sums(Vector256.Create(1), Vector256.Create(-2), Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(7, 0, 0, 0, 0, 0, 0, 1));

        Assert.Equal(Vector128.Create(8, -16, 28, 8), sums);
    }

    private static bool PairsAgree(int seed)
    {
        var random = new RandomRows(seed);
        var (left, right) = (random.Wide(32), random.Wide(32));
        var expected = Enumerable.Range(0, 16).Select(i => (left[2 * i] * right[2 * i]) + (left[(2 * i) + 1] * right[(2 * i) + 1])).ToArray();
        return Vector512.EqualsAll(Lanes.Pairs(Vector512.Create(left), Vector512.Create(right)), Vector512.Create(expected))
            && Vector256.EqualsAll(Lanes.Pairs(Vector256.Create(left), Vector256.Create(right)), Vector256.Create(expected))
            && Vector128.EqualsAll(Lanes.Pairs(Vector128.Create(left), Vector128.Create(right)), Vector128.Create(expected));
    }

    private static bool EvenAgree(int seed)
    {
        var random = new RandomRows(seed);
        var (left, right) = (random.Numbers(16, int.MaxValue - 1), random.Numbers(16, int.MaxValue - 1));
        var expected = Enumerable.Range(0, 8).Select(i => (long)left[2 * i] * right[2 * i]).ToArray();
        return Vector512.EqualsAll(Lanes.Even(Vector512.Create(left), Vector512.Create(right)), Vector512.Create(expected))
            && Vector256.EqualsAll(Lanes.Even(Vector256.Create(left), Vector256.Create(right)), Vector256.Create(expected));
    }
}

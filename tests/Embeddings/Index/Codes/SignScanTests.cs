using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class SignScanTests
{
    [Fact]
    public void All_paths_reach_the_same_rows()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (seed, granules) =>
        {
            var random = new Random(seed);
            var width = granules * 32;
            var tables = new byte[SignTables.Bytes(width)];
            var (coarse, fine) = (Bytes(random, 3 * SignLayout.GroupBytes(width)), Bytes(random, 3 * SignLayout.GroupBytes(width)));
            var written = SignTables.Write(Vectors.Gauss(random, width), tables);
            foreach (var both in (bool[])[false, true])
            {
                var middle = (both ? 3 : 1) * written.Offset;
                var threshold = (ushort)(middle + (random.Next(-100, 100) * width / 256));
                var expected = Reached(SimdPath.Scalar, coarse, both ? fine : [], tables, threshold);
                Assert.All(Enum.GetValues<SimdPath>(), path => Assert.Equal(expected, Reached(path, coarse, both ? fine : [], tables, threshold)));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(32)]
    [InlineData(4096)]
    [InlineData(65_536)]
    public void No_path_overflows_at_the_largest_sums(int width)
    {
        var query = Enumerable.Repeat(1f, width).ToArray();
        var tables = new byte[SignTables.Bytes(width)];
        var written = SignTables.Write(query, tables);
        var ones = Enumerable.Repeat(byte.MaxValue, SignLayout.GroupBytes(width)).ToArray();
        var most = (int)Math.Round(6 * written.Offset);

        Assert.InRange(most, 1, ushort.MaxValue);
        Assert.All(Enum.GetValues<SimdPath>(), path =>
        {
            Assert.Equal([uint.MaxValue], Reached(path, ones, ones, tables, (ushort)most, groups: 1));
            Assert.Equal([0u], Reached(path, ones, new byte[ones.Length], tables, (ushort)most, groups: 1));
        });
    }

    private static uint[] Reached(SimdPath path, byte[] coarse, byte[] fine, byte[] tables, ushort threshold, int groups = 3)
    {
        var reached = new uint[groups];
        SignScan.Run(path, coarse, fine, tables, threshold, reached);
        return reached;
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}

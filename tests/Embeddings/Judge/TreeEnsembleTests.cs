using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class TreeEnsembleTests
{
    // Two trees of depth 1: the first asks whether feature 0 is below 0.5, the second whether feature 2 is below -1.
    private static readonly byte[] File =
    [
        .. MemoryMarshal.AsBytes<int>([1, 2]), .. MemoryMarshal.AsBytes<float>([0.5f, -1f]), .. MemoryMarshal.AsBytes<float>([1f, 2f, 10f, 20f]), 0, 2, 0, 0,
    ];

    [Theory]
    [InlineData(0.4f, -2f, 11)]
    [InlineData(0.5f, -2f, 12)]
    [InlineData(0.4f, 0f, 21)]
    [InlineData(float.NaN, float.NaN, 22)]
    public void The_score_is_the_sum_of_the_leaves_that_the_features_lead_to(float first, float third, double score) =>
        Assert.Equal(score, new TreeEnsemble(File, out _).Score([first, 0, third]));

    [Fact]
    public void Any_number_of_trees_of_any_depth_gives_the_score_of_walking_them_one_by_one() =>
        Prop.ForAll(Gen.Choose(1, 6).ToArbitrary(), Gen.Choose(0, 11).ToArbitrary(), ArbMap.Default.ArbFor<int>(), WalksAlike).QuickCheckThrowOnFailure();

    [Fact]
    public void The_length_is_what_was_read()
    {
        _ = new TreeEnsemble([.. File, 1, 2, 3, 4], out var length);

        Assert.Equal(File.Length, length);
    }

    private static bool WalksAlike(int depth, int trees, int seed)
    {
        var random = new Random(seed);
        var inner = (1 << depth) - 1;
        float[] thresholds = [.. Enumerable.Range(0, trees * inner).Select(_ => random.NextSingle())];
        float[] leaves = [.. Enumerable.Range(0, trees << depth).Select(_ => random.NextSingle() - 0.5f)];
        var features = new byte[(thresholds.Length + 3) / 4 * 4];
        random.NextBytes(features);
        float[] values = [.. Enumerable.Range(0, 256).Select(_ => random.NextSingle())];
        var expected = 0.0;
        for (var tree = 0; tree < trees; tree++)
        {
            var node = 0;
            while (node < inner)
            {
                var at = (tree * inner) + node;
                node = (2 * node) + (values[features[at]] < thresholds[at] ? 1 : 2);
            }

            expected += leaves[(tree << depth) + node - inner];
        }

        var file = (byte[])[.. MemoryMarshal.AsBytes<int>([depth, trees]), .. MemoryMarshal.AsBytes<float>(thresholds), .. MemoryMarshal.AsBytes<float>(leaves), .. features];
        return new TreeEnsemble(file, out var length).Score(values) == expected && length == file.Length;
    }
}

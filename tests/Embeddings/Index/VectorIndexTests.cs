using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class VectorIndexTests
{
    [Fact]
    public void The_nearest_comes_first_and_equals_come_by_id()
    {
        var index = new VectorIndex(2);
        index.Add(7, [1, 0]);
        index.Add(3, [2, 0]);
        index.Add(5, [1, 1]);
        index.Add(9, [-1, 0]);

        Assert.Equal([3L, 7L, 5L, 9L], Ids(index, [5, 0], -1, 8));
        Assert.Equal([3L, 7L], Ids(index, [5, 0], -1, 2));
        Assert.Equal([3L, 7L, 5L], Ids(index, [5, 0], 0.5f, 8));
    }

    [Fact]
    public void A_match_exactly_at_the_floor_counts()
    {
        var index = new VectorIndex(2);
        index.Add(1, [3, 4]);

        Assert.Equal([1L], Ids(index, [3, 4], 1, 8));
        Assert.Equal([1L], Ids(index, [4, -3], 0, 8));
    }

    [Fact]
    public void What_was_removed_is_never_found_again()
    {
        var index = new VectorIndex(2);
        index.Add(1, [1, 0]);
        index.Add(2, [1, 0.1f]);

        Assert.True(index.Remove(1));
        Assert.False(index.Remove(1));
        Assert.Equal([2L], Ids(index, [1, 0], -1, 8));
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void The_same_id_again_replaces_the_vector()
    {
        var index = new VectorIndex(2);
        index.Add(1, [1, 0]);
        index.Add(1, [0, 1]);

        Assert.Equal(1, index.Count);
        Assert.Empty(Ids(index, [1, 0], 0.5f, 8));
    }

    [Fact]
    public void Any_sequence_of_steps_gives_what_a_list_gives()
    {
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), Gen.Choose(1, 400).ToArbitrary(), (seed, count) =>
        {
            var random = new Random(seed);
            var index = new VectorIndex(3);
            var model = new Dictionary<long, float[]>();
            for (var i = 0; i < count * 8; i++)
            {
                long id = random.Next(count * 4);
                if (random.Next(3) == 0)
                {
                    Assert.Equal(model.Remove(id), index.Remove(id));
                }
                else
                {
                    // Few directions, so that equal similarities are common.
                    index.Add(id, model[id] = [random.Next(-1, 2), random.Next(-1, 2), 1]);
                }
            }

            float[] query = [1, random.Next(-1, 2), random.Next(1, 3)];
            var expected = model.Values.Select(v => Cosine(v, query)).Where(static c => c > 0.3).OrderDescending().Take(10).ToArray();
            var results = new VectorMatch[10];
            var found = results[..index.Search(query, 0.3f, results)];
            Assert.Equal(model.Count, index.Count);
            Assert.Equal(found.OrderByDescending(static m => m.Similarity).ThenBy(static m => m.Id), found);
            Assert.Equal(expected.Length, found.Select(static m => m.Id).Distinct().Count());
            Assert.All(found.Zip(expected), static pair => Assert.Equal(pair.Second, pair.First.Similarity, 1e-5));
            Assert.All(found, m => Assert.Equal(Cosine(model[m.Id], query), m.Similarity, 1e-5));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(new[] { 1f, float.NaN }, "Component 1")]
    [InlineData(new[] { float.PositiveInfinity, 1f }, "Component 0")]
    [InlineData(new[] { 0f, 0f }, "no direction")]
    [InlineData(new[] { 1f, 2f, 3f }, "3 components")]
    public void What_is_no_direction_is_refused_with_the_reason(float[] vector, string reason)
    {
        var index = new VectorIndex(2);

        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => index.Add(1, vector)).Message, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => index.Search(vector, 0, new VectorMatch[1])).Message, StringComparison.Ordinal);
        Assert.Equal(0, index.Count);
    }

    [Theory]
    [InlineData(1e38f)]
    [InlineData(1e-38f)]
    [InlineData(1e-42f)]
    public void Very_large_and_very_small_vectors_keep_their_direction(float scale)
    {
        var index = new VectorIndex(2);
        index.Add(1, [3 * scale, 0]);

        Assert.Equal([1L], Ids(index, [1, 0], 0.999f, 8));
    }

    [Fact]
    public void A_floor_that_is_no_number_is_an_error_and_no_room_finds_nothing()
    {
        var index = new VectorIndex(1);
        index.Add(1, [1]);

        Assert.Throws<ArgumentException>(() => index.Search([1], float.NaN, new VectorMatch[1]));
        Assert.Equal(0, index.Search([1], -1, []));
    }

    [Fact]
    public void Readers_and_writers_at_once_see_whole_vectors_only()
    {
        var index = new VectorIndex(64);
        var ones = Enumerable.Repeat(1f, 64).ToArray();
        var minus = ones.Select(static x => -x).ToArray();
        Parallel.For(0, 4000, i =>
        {
            var id = i % 50;
            switch (i % 4)
            {
                case 0:
                    index.Add(id, ones);
                    break;
                case 1:
                    index.Add(id, minus);
                    break;
                case 2:
                    index.Remove(id);
                    break;
                default:
                    var results = new VectorMatch[64];
                    var found = index.Search(ones, -1, results);
                    Assert.All(results[..found], static m => Assert.Equal(1, MathF.Abs(m.Similarity), 3));
                    Assert.Equal(found, results[..found].Select(static m => m.Id).Distinct().Count());
                    break;
            }
        });
    }

    [Fact]
    public async Task Beside_a_writer_a_search_misses_nothing_that_stays_and_finds_nothing_that_left()
    {
        const int Staying = 300;
        var random = new Random(4);
        var index = new VectorIndex(32);
        var query = Vectors.Gauss(random, 32);
        for (var id = 0; id < 2 * Staying; id++)
        {
            index.Add(id, Vectors.Near(random, query, 0.9));
        }

        // The odd ones come and go, each time under a new id; blocks are compacted and merged all the while.
        using var done = new CancellationTokenSource();
        var gone = 0L;
        var searches = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var results = new VectorMatch[4 * Staying];
            do
            {
                var left = Volatile.Read(ref gone);
                var found = results[..index.Search(query, 0.1f, results, VectorSearchMode.Exact)];
                Assert.Equal(Staying, found.Count(static m => m.Id < 2 * Staying && m.Id % 2 == 0));
                Assert.DoesNotContain(found, m => m.Id % 2 == 1 && m.Id <= left);
            }
            while (!done.IsCancellationRequested);
        })).ToArray();
        for (long id = 1; id < 20_000; id += 2)
        {
            Assert.True(index.Remove(id));
            Volatile.Write(ref gone, id);
            index.Add(id + (2 * Staying), query);
        }

        await done.CancelAsync();
        await Task.WhenAll(searches);
        Assert.Equal(2 * Staying, index.Count);
    }

    [Fact]
    public void A_width_out_of_range_is_an_error()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new VectorIndex(0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new VectorIndex(VectorIndex.MaxDimensions + 1));
    }

    private static long[] Ids(VectorIndex index, float[] query, float floor, int most)
    {
        var results = new VectorMatch[most];
        return [.. results.Take(index.Search(query, floor, results)).Select(static m => m.Id)];
    }

    private static double Cosine(float[] left, float[] right) =>
        left.Zip(right, static (a, b) => (double)a * b).Sum()
        / Math.Sqrt(left.Sum(static a => (double)a * a)) / Math.Sqrt(right.Sum(static b => (double)b * b));
}

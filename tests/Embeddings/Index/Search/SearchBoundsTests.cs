using FsCheck;
using FsCheck.Fluent;

namespace Parsimony.Embeddings.Tests;

public class SearchBoundsTests
{
    [Fact]
    public void No_vector_is_more_similar_than_its_bytes_allow()
    {
        Check((in Pair pair, SearchBounds bounds) =>
        {
            var product = ComponentDot.Of(SimdPath.Scalar, pair.Query.Components, pair.Vector.Components);
            Assert.InRange(pair.Similarity, -1.001f, bounds.Highest(pair.Query.Code, pair.Vector.Code, product));
        });
    }

    [Fact]
    public void No_vector_at_the_bar_falls_below_the_proven_threshold_of_its_signs()
    {
        Check((in Pair pair, SearchBounds bounds) =>
        {
            // The bar at the vector itself, just below it, and far below.
            foreach (var bar in (float[])[pair.Similarity, pair.Similarity - 0.01f, pair.Similarity - 0.3f])
            {
                var planes = bounds.Choose(VectorSearchMode.Exact, pair.Query.Signs, bar, pair.Vector.Quality, out var threshold);
                Assert.True(planes == SignPlanes.None || pair.Sum(planes) >= threshold, $"The bar {bar} excludes {pair.Similarity} by {planes}.");
            }
        });
    }

    [Fact]
    public void Nothing_reaches_a_bar_above_one()
    {
        Check((in Pair pair, SearchBounds bounds) =>
        {
            var planes = bounds.Choose(VectorSearchMode.Exact, pair.Query.Signs, 2, pair.Vector.Quality, out _);
            Assert.NotEqual(SignPlanes.None, planes);
        });
    }

    private delegate void Claim(in Pair pair, SearchBounds bounds);

    private static void Check(Claim claim)
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Elements(32, 100, 256, 384, 1000).ToArbitrary(), (seed, dimensions) =>
        {
            var random = new Random(seed);
            var rotation = Rotation.Of(dimensions);
            var bounds = new SearchBounds(dimensions, rotation);
            for (var i = 0; i < 8; i++)
            {
                var vector = random.Next(4) == 0 ? [.. Vectors.Gauss(random, dimensions).Select(static x => x * x * x)] : Vectors.Gauss(random, dimensions);
                var query = Vectors.Near(random, vector, random.NextDouble());
                claim(new Pair(query, vector, rotation), bounds);
            }
        }).QuickCheckThrowOnFailure();
    }

    private readonly ref struct Pair
    {
        public Pair(float[] query, float[] vector, Rotation rotation)
        {
            Query = new(query, rotation, new byte[QueryCode.Bytes(query.Length, rotation.Width)]);
            Vector = new(vector, rotation, new byte[VectorCode.Bytes(query.Length, rotation.Width)]);
            Similarity = System.Numerics.Tensors.TensorPrimitives.Dot(Query.Unit, Vector.Unit);
        }

        public QueryCode Query { get; }

        public VectorCode Vector { get; }

        public float Similarity { get; }

        /// <summary>The sum of look-ups, found as the highest threshold that the row reaches.</summary>
        public int Sum(SignPlanes planes)
        {
            var (coarse, fine) = (new byte[Query.Tables.Length], new byte[Query.Tables.Length]);
            SignLayout.Write(coarse, 0, Vector.Coarse);
            SignLayout.Write(fine, 0, Vector.Fine);
            Span<uint> reached = [0];
            var (low, high) = (0, ushort.MaxValue + 1);
            while (high - low > 1)
            {
                var middle = (low + high) / 2;
                SignScan.Run(SimdPath.Vector128, coarse, planes == SignPlanes.Both ? fine : [], Query.Tables, (ushort)middle, reached);
                (low, high) = (reached[0] & 1) != 0 ? (middle, high) : (low, middle);
            }

            return low;
        }
    }
}

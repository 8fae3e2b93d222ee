using System.Numerics.Tensors;

namespace Parsimony.Embeddings.Tests;

public class RotationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(256)]
    [InlineData(384)]
    [InlineData(1536)]
    public void Cosines_stay_as_they_are_to_the_rounding_that_is_accounted_for(int dimensions)
    {
        var random = new Random(dimensions);
        var rotation = Rotation.Of(dimensions);
        for (var i = 0; i < 20; i++)
        {
            var (a, b) = (Vectors.Unit(Vectors.Gauss(random, dimensions)), Vectors.Unit(Vectors.Gauss(random, dimensions)));
            var (ra, rb) = (new float[rotation.Width], new float[rotation.Width]);
            rotation.Apply(a, ra);
            rotation.Apply(b, rb);

            Assert.Equal(Dot(a, b), Dot(ra, rb), 2.1 * rotation.Steps / (1 << 24));
        }
    }

    [Theory]
    [InlineData(256)]
    [InlineData(300)]
    [InlineData(768)]
    public void A_single_component_is_spread_over_all(int dimensions)
    {
        var rotation = Rotation.Of(dimensions);
        var rotated = new float[rotation.Width];
        var vector = new float[dimensions];
        vector[dimensions / 3] = 1;
        rotation.Apply(vector, rotated);

        Assert.InRange(Math.Abs(TensorPrimitives.MaxMagnitude<float>(rotated)), 0, 6 / MathF.Sqrt(rotation.Width));
    }

    private static double Dot(float[] a, float[] b) => a.Zip(b, static (x, y) => (double)x * y).Sum();
}

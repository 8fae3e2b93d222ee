using System.Runtime.InteropServices;

namespace Parsimony.Embeddings.Tests;

public class CurveTests
{
    private static readonly byte[] File = [.. MemoryMarshal.AsBytes<int>([3]), .. MemoryMarshal.AsBytes<float>([0f, 1f, 3f]), .. MemoryMarshal.AsBytes<float>([10f, 20f, 0f])];

    [Theory]
    [InlineData(-5, 10)]
    [InlineData(0, 10)]
    [InlineData(0.5, 15)]
    [InlineData(1, 20)]
    [InlineData(2, 10)]
    [InlineData(3, 0)]
    [InlineData(99, 0)]
    [InlineData(double.NaN, 10)]
    public void A_value_lies_on_the_line_between_its_neighbours_and_stays_level_outside(double place, double value) =>
        Assert.Equal(value, new Curve(File, out _).At(place));

    [Fact]
    public void The_length_is_what_was_read()
    {
        _ = new Curve([.. File, 1, 2, 3, 4], out var length);

        Assert.Equal(File.Length, length);
    }
}

namespace Parsimony.Embeddings.Tests;

/// <summary>Rows of any numbers that the weights can hold, the extremes among them.</summary>
internal sealed class RandomRows(int seed)
{
    private readonly Random random = new(seed);

    public static SimdPath[] Paths { get; } = Enum.GetValues<SimdPath>();

    public sbyte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(_ => (sbyte)(random.Next(8) == 0 ? random.Next(2) * 255 - 128 : random.Next(-128, 128)))];

    public short[] Wide(int length) => [.. Bytes(length).Select(static b => (short)b)];

    public int[] Numbers(int length, int magnitude) => [.. Enumerable.Range(0, length).Select(_ => random.Next(-magnitude, magnitude + 1))];

    public int Next(int least, int most) => random.Next(least, most + 1);
}

using System.Numerics.Tensors;

namespace Parsimony.Benchmarks.Vectors;

/// <summary>Vectors to hold and vectors to look up, all of length 1.</summary>
internal sealed record VectorSet(string Name, float[][] Held, float[][] Queries)
{
    public const int Dimensions = 256;

    public VectorSet Of(int held) => this with { Held = Held[..Math.Min(held, Held.Length)] };

    /// <summary>Writes rows of 32-bit floats, the held ones and the queries in a file each: what a peer outside .NET reads.</summary>
    public void Write(string directory)
    {
        Write(Path.Combine(directory, Name + ".held.f32"), Held);
        Write(Path.Combine(directory, Name + ".queries.f32"), Queries);
    }

    private static void Write(string path, float[][] rows)
    {
        using var file = new BinaryWriter(File.Create(path));
        foreach (var row in rows)
        {
            file.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(row.AsSpan()));
        }
    }

    /// <summary>Scales to length 1.</summary>
    public static float[] Unit(float[] vector)
    {
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }
}

using System.Numerics.Tensors;

namespace Parsimony.Embeddings.Tests;

/// <summary>Vectors for tests of the index.</summary>
internal static class Vectors
{
    public static float[] Gauss(Random random, int dimensions) =>
        [.. Enumerable.Range(0, dimensions).Select(_ => (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];

    /// <summary>A vector whose cosine with a given one is about as wanted.</summary>
    public static float[] Near(Random random, float[] to, double cosine)
    {
        var noise = Gauss(random, to.Length);
        var weight = (float)(cosine / Math.Sqrt(Math.Max(1e-9, 1 - (cosine * cosine))) * TensorPrimitives.Norm(noise) / TensorPrimitives.Norm(to));
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] += weight * to[i];
        }

        return noise;
    }

    /// <summary>Clusters of ten, cosines of 0.5 to 0.99 with their centre; a few vectors of one component, and a few twice.</summary>
    public static List<float[]> Clustered(Random random, int dimensions, int count)
    {
        var all = new List<float[]>(count);
        var centre = Gauss(random, dimensions);
        while (all.Count < count)
        {
            centre = random.Next(10) == 0 ? Gauss(random, dimensions) : centre;
            all.Add(random.Next(20) switch
            {
                0 => [.. Enumerable.Range(0, dimensions).Select(i => i == all.Count % dimensions ? -2f : 0)],
                1 when all.Count > 0 => all[random.Next(all.Count)],
                _ => Near(random, centre, 0.5 + (0.49 * random.NextDouble())),
            });
        }

        return all;
    }

    public static float[] Unit(float[] vector)
    {
        var unit = new float[vector.Length];
        UnitVector.Write(vector, unit);
        return unit;
    }

    /// <summary>What a scan of all vectors finds, in single precision.</summary>
    public static VectorMatch[] Scan(IEnumerable<KeyValuePair<long, float[]>> held, float[] query, float floor, int most)
    {
        var unit = Unit(query);
        return [.. held
            .Select(h => new VectorMatch(h.Key, Math.Clamp(TensorPrimitives.Dot<float>(unit, Unit(h.Value)), -1f, 1f)))
            .Where(m => m.Similarity >= floor)
            .OrderByDescending(static m => m.Similarity).ThenBy(static m => m.Id)
            .Take(most)];
    }
}

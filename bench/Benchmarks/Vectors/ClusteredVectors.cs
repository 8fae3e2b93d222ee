namespace Parsimony.Benchmarks.Vectors;

/// <summary>
/// Vectors as embedding models make them: all lean one way (a mean cosine of 0.15), some components are ten times as long as others, and they
/// lie in clusters of very different size whose members have a cosine of 0.6 to 0.98 with their neighbours.
/// </summary>
internal static class ClusteredVectors
{
    public static VectorSet Make(int held, int queries)
    {
        var random = new Random(11);
        var spread = Row(random, static r => MathF.Pow(10, r.NextSingle()));
        var lean = Gauss(random, spread);
        var centres = new List<float[]>();
        for (var i = 0; i < held / 10; i++)
        {
            centres.Add(VectorSet.Unit(Mix(lean, 0.4f, Gauss(random, spread))));
        }

        float[] Near(float[] to)
        {
            var cosine = 0.6f + (0.38f * random.NextSingle());
            return VectorSet.Unit(Mix(to, cosine / MathF.Sqrt(1 - (cosine * cosine)), Gauss(random, spread)));
        }

        // The square of a number between 0 and 1: small clusters and large ones.
        float[] Centre() => centres[(int)(centres.Count * Math.Pow(random.NextDouble(), 2))];
        var all = Enumerable.Range(0, held).Select(_ => Near(Centre())).ToArray();
        return new("clustered", all, [.. Enumerable.Range(0, queries).Select(_ => Near(all[random.Next(all.Length / 10)]))]);
    }

    private static float[] Mix(float[] a, float weight, float[] b)
    {
        var mixed = new float[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            mixed[i] = (a[i] * weight) + b[i];
        }

        return mixed;
    }

    private static float[] Gauss(Random random, float[] spread)
    {
        var row = Row(random, static r => (float)(Math.Sqrt(-2 * Math.Log(1 - r.NextDouble())) * Math.Cos(2 * Math.PI * r.NextDouble())));
        for (var i = 0; i < row.Length; i++)
        {
            row[i] *= spread[i];
        }

        return VectorSet.Unit(row);
    }

    private static float[] Row(Random random, Func<Random, float> component) =>
        [.. Enumerable.Range(0, VectorSet.Dimensions).Select(_ => component(random))];
}

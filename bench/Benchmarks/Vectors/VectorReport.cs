using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks.Vectors;

/// <summary>
/// Look-ups beside a scan with <c>TensorPrimitives.CosineSimilarity</c>, one core, and how often the true nearest is found. A look-up of ours
/// and one of the peer take turns, so that both see the same machine.
/// </summary>
internal static class VectorReport
{
    private const int Most = 8;
    private static readonly float[] Floors = [0.6f, 0.7f, 0.8f, 0.92f];

    // dotnet run -c Release --project bench/Benchmarks -- vectors FOLDER_OF_QUESTIONS [FOLDER_FOR_THE_PEER]
    public static void Run(string[] args)
    {
        foreach (var all in (VectorSet[])[ClusteredVectors.Make(100_000, 2_000), QuestionVectors.Make(args[0])])
        {
            foreach (var size in (int[])[10_000, 100_000])
            {
                Measure(all.Of(size));
            }

            if (args.Length > 1)
            {
                all.Of(100_000).Write(args[1]);
            }
        }
    }

    private static void Measure(VectorSet set)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var index = new VectorIndex(VectorSet.Dimensions);
        for (var id = 0; id < set.Held.Length; id++)
        {
            index.Add(id, set.Held[id]);
        }

        var insert = watch.Elapsed.TotalMicroseconds / set.Held.Length;
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)set.Held.Length;
        Print($"{set.Name}, {set.Held.Length} held: insert {insert:F2} us, {bytes:F0} bytes an entry");

        // The truth: similarities as the index computes them.
        var nearest = set.Queries.AsParallel().AsOrdered().Select(q => set.Held.Max(v => TensorPrimitives.Dot(q, v))).ToArray();
        foreach (var floor in Floors)
        {
            var (fast, exact, peer, dot) = (new Times(), new Times(), new Times(), new Times());
            var (above, found, same, matches) = (0, 0, 0, 0);
            var results = new VectorMatch[Most];
            for (var i = 0; i < set.Queries.Length; i++)
            {
                var query = set.Queries[i];
                var count = 0;
                fast.Of(() => count = index.Search(query, floor, results));
                var best = count > 0 ? results[0].Similarity : -1;
                exact.Of(() => matches += index.Search(query, floor, results, VectorSearchMode.Exact));
                if (nearest[i] >= floor + 1e-5)
                {
                    above++;
                    found += best >= nearest[i] - 1e-5 ? 1 : 0;
                    same += results[0].Similarity >= nearest[i] - 1e-5 ? 1 : 0;
                }

                if (i % 20 == 0)
                {
                    peer.Of(() => Scan(set, query, cosine: true));
                    dot.Of(() => Scan(set, query, cosine: false));
                }
            }

            Print($"  floor {floor}: fast {fast}, exact {exact}, CosineSimilarity {peer}, Dot {dot} us (p50 / mean); {peer.Median / fast.Median:F0}x and {peer.Median / exact.Median:F0}x; "
                + $"nearest above the floor in {above}, found fast {100.0 * found / above:F3} %, exact {100.0 * same / above:F3} %; {(double)matches / set.Queries.Length:F1} matches");
        }
    }

    private static float Scan(VectorSet set, float[] query, bool cosine)
    {
        var best = float.MinValue;
        foreach (var vector in set.Held)
        {
            best = Math.Max(best, cosine ? TensorPrimitives.CosineSimilarity(query, vector) : TensorPrimitives.Dot(query, vector));
        }

        return best;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);

    private sealed class Times
    {
        private readonly List<double> micros = [];

        public double Median => micros.Order().ElementAt(micros.Count / 2);

        public void Of(Action work)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            micros.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Median:F1} / {micros.Average():F1}");
    }
}

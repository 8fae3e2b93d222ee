using System.Globalization;
using System.Numerics.Tensors;
using Parsimony.Embeddings;

namespace Parsimony.Benchmarks.Vectors;

/// <summary>
/// Look-ups beside a scan with <c>TensorPrimitives.CosineSimilarity</c>, one core, and how often the true nearest is found. Look-ups of ours
/// and of the peer take turns, so that both see the same machine.
/// </summary>
internal static class VectorReport
{
    private const int Most = 8;
    private static TextWriter output = TextWriter.Null;
    private static readonly float[] Floors = [0.6f, 0.7f, 0.8f, 0.92f];

    // dotnet run -c Release --project bench/Benchmarks -- vectors FOLDER_OF_QUESTIONS [FOLDER_FOR_THE_PEER]
    public static async Task RunAsync(string[] args)
    {
        // Once for the compiler, which needs to see the work before it does its best.
        var warm = ClusteredVectors.Make(5_000, 1_000);
        var index = Fill(warm);
        foreach (var floor in Floors)
        {
            LookUp(warm, index, new float[warm.Queries.Length], floor);
        }

        output = Console.Out;
        foreach (var all in (VectorSet[])[ClusteredVectors.Make(100_000, 2_000), QuestionVectors.Make(args[0])])
        {
            foreach (var size in (int[])[10_000, 100_000])
            {
                var set = all.Of(size);
                index = Fill(set);
                var nearest = set.Queries.Select(q => set.Held.Max(v => TensorPrimitives.Dot(q, v))).ToArray();
                foreach (var floor in Floors)
                {
                    LookUp(set, index, nearest, floor);
                }
            }

            if (args.Length > 1)
            {
                all.Of(100_000).Write(args[1]);
            }
        }

        foreach (var entries in (int[])[5_000, 20_000, 80_000])
        {
            output.WriteLine(await LoadReport.RunAsync(entries));
        }
    }

    private static VectorIndex Fill(VectorSet set)
    {
        var (insert, remove) = (new Times(), new Times());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new VectorIndex(VectorSet.Dimensions);
        for (var id = 0; id < set.Held.Length; id++)
        {
            index.Add(id, set.Held[id]);
        }

        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)set.Held.Length;

        // As in a full cache: one comes, the oldest leaves.
        for (var id = 0; id < 5_000; id++)
        {
            insert.Of(() => index.Add(set.Held.Length + id, set.Held[id]));
            remove.Of(() => index.Remove(id));
        }

        for (var id = 0; id < 5_000; id++)
        {
            index.Add(id, set.Held[id]);
            index.Remove(set.Held.Length + id);
        }

        Print($"{set.Name}, {index.Count} held: {bytes:F0} bytes an entry; insert {insert}, remove {remove} us (p50 / mean)");
        return index;
    }

    private static void LookUp(VectorSet set, VectorIndex index, float[] nearest, float floor)
    {
        var (fast, exact, peer) = (new Times(), new Times(), new Times());
        var (above, found, foundExact, different, matches) = (0, 0, 0, 0, 0);
        var (results, exactly) = (new VectorMatch[Most], new VectorMatch[Most]);
        for (var i = 0; i < set.Queries.Length; i++)
        {
            var query = set.Queries[i];
            var (count, exactCount) = (0, 0);
            fast.Of(() => count = index.Search(query, floor, results));
            exact.Of(() => exactCount = index.Search(query, floor, exactly, VectorSearchMode.Exact));
            matches += exactCount;
            different += results.AsSpan(0, count).SequenceEqual(exactly.AsSpan(0, exactCount)) ? 0 : 1;
            if (i % 10 == 0)
            {
                peer.Of(() => Nearest(set, query));
            }

            if (nearest[i] >= floor + 1e-5)
            {
                above++;
                found += count > 0 && results[0].Similarity >= nearest[i] - 1e-5 ? 1 : 0;
                foundExact += exactCount > 0 && exactly[0].Similarity >= nearest[i] - 1e-5 ? 1 : 0;
            }
        }

        Print($"  floor {floor}: fast {fast}, exact {exact}, CosineSimilarity {peer} us (p50 / mean): {peer.Median / fast.Median:F0}x and {peer.Median / exact.Median:F0}x");
        Print($"    nearest above the floor in {above} of {set.Queries.Length}: found by fast {found}, by exact {foundExact}; {(double)matches / set.Queries.Length:F1} matches, other lists {different}");
    }

    private static float Nearest(VectorSet set, float[] query)
    {
        var best = float.MinValue;
        foreach (var vector in set.Held)
        {
            best = Math.Max(best, TensorPrimitives.CosineSimilarity(query, vector));
        }

        return best;
    }

    private static void Print(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

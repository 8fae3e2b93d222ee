using System.Diagnostics;

namespace Parsimony.Benchmarks.Tokens;

/// <summary>Short passes of two ways to do the same, by turns, so that what else runs on the machine meets both.</summary>
internal static class Passes
{
    private const int Least = 15;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    /// <summary>Measures.</summary>
    /// <returns>Microseconds of the passes, in ascending order, and the fewest bytes that one of ours allocated.</returns>
    public static (List<double> Ours, List<double>? Theirs, long Allocated) ByTurns(Func<int> ours, Func<int>? theirs)
    {
        var (first, second) = (new List<double>(), theirs is null ? null : new List<double>());
        var allocated = long.MaxValue;

        // The first passes are the compiler's.
        for (var warmUp = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(warmUp) < Duration / 3;)
        {
            ours();
            theirs?.Invoke();
        }

        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Duration || first.Count < Least;)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            first.Add(Time(ours));
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
            if (theirs is not null)
            {
                second!.Add(Time(theirs));
            }
        }

        first.Sort();
        second?.Sort();
        return (first, second, allocated);
    }

    private static double Time(Func<int> pass)
    {
        var start = Stopwatch.GetTimestamp();
        pass();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}

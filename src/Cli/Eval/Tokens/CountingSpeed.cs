using System.Diagnostics;
using System.Text;
using Parsimony.Context;

namespace Parsimony.Cli;

/// <summary>
/// How fast texts are counted, warm: every text is counted once before the clock runs, then all again and again for a while. The
/// median pass counts, so that what else runs on the machine does not.
/// </summary>
internal static class CountingSpeed
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);

    /// <summary>Measures on one core.</summary>
    /// <param name="texts">The texts with the counter of their model.</param>
    /// <param name="cancellationToken">Ends the measurement early.</param>
    /// <returns>Megabytes (10^6 bytes) of UTF-8 per second, which is bytes per microsecond; <see langword="null"/> where there is no text.</returns>
    public static double? Measure(IReadOnlyCollection<(TokenCounter Counter, string Text)> texts, CancellationToken cancellationToken)
    {
        var bytesPerPass = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text.Text));
        if (bytesPerPass == 0)
        {
            return null;
        }

        CountAll(texts);
        var passes = new List<double>();
        var start = Stopwatch.GetTimestamp();
        while (passes.Count == 0 || Stopwatch.GetElapsedTime(start) < Duration)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var passStart = Stopwatch.GetTimestamp();
            CountAll(texts);
            passes.Add(Stopwatch.GetElapsedTime(passStart).TotalMicroseconds);
        }

        return bytesPerPass / Percentile.Of(passes, 50);
    }

    private static void CountAll(IEnumerable<(TokenCounter Counter, string Text)> texts)
    {
        foreach (var (counter, text) in texts)
        {
            counter.Count(text);
        }
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Parsimony.Benchmarks.Vectors;

/// <summary>Microseconds of single calls. On a shared machine the median is the figure; the mean holds what others took.</summary>
internal sealed class Times
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

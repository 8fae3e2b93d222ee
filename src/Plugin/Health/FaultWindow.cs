namespace Parsimony;

/// <summary>The share of faults since five to ten minutes ago, out of counters that only grow: an outage is forgotten some time after it ends.</summary>
internal sealed class FaultWindow(TimeProvider time)
{
    private static readonly TimeSpan Half = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private (long At, long All, long Faults) older;
    private (long At, long All, long Faults)? newer;

    public double Share(long all, long faults)
    {
        lock (gate)
        {
            if (newer is not { } mark)
            {
                newer = (time.GetTimestamp(), 0, 0);
            }
            else if (time.GetElapsedTime(mark.At) >= Half)
            {
                older = mark;
                newer = (time.GetTimestamp(), all, faults);
            }

            var calls = all - older.All;
            return calls <= 0 ? 0 : Math.Clamp((double)(faults - older.Faults) / calls, 0, 1);
        }
    }
}

namespace Parsimony;

/// <summary>The share of some events among all of about the last minute: this minute's counts, and last minute's as far as it is still near.</summary>
internal sealed class RecentShare(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long windowStart = time.GetTimestamp();
    private (long All, long Some) current;
    private (long All, long Some) previous;

    public void Add(bool some)
    {
        lock (gate)
        {
            Turn();
            current = (current.All + 1, current.Some + (some ? 1 : 0));
        }
    }

    public (double All, double Share) Read()
    {
        lock (gate)
        {
            var weight = 1 - (Turn() / Window);
            var all = current.All + (weight * previous.All);
            return (all, all > 0 ? (current.Some + (weight * previous.Some)) / all : 0);
        }
    }

    private TimeSpan Turn()
    {
        var elapsed = time.GetElapsedTime(windowStart);
        if (elapsed >= Window)
        {
            previous = elapsed < 2 * Window ? current : default;
            current = default;
            var left = TimeSpan.FromTicks(elapsed.Ticks % Window.Ticks);
            windowStart = time.GetTimestamp() - (long)(left.TotalSeconds * time.TimestampFrequency);
            elapsed = left;
        }

        return elapsed;
    }
}

namespace Parsimony.Caching;

/// <summary>
/// A clock that never tells the same time twice. Whether an entry is older than the removal of its tag is decided by time; on a
/// clock that stands still the two would be equal, and a fresh entry would be taken for a removed one.
/// </summary>
internal sealed class MonotonicClock(TimeProvider inner) : TimeProvider
{
    private long last;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        var now = inner.GetUtcNow().UtcTicks;
        while (true)
        {
            var seen = Volatile.Read(ref last);
            // A clock that was set back is followed; ticks handed out within a millisecond are stretched.
            var next = now > seen || seen - now > TimeSpan.TicksPerSecond ? now : seen + 1;
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
            {
                return new(next, TimeSpan.Zero);
            }
        }
    }

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}

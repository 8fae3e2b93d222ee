namespace Parsimony;

/// <summary>Leaves a failing generator of embeddings alone for a while: a call must not wait for it each time.</summary>
internal sealed class EmbeddingBreaker(TimeProvider time)
{
    public const int MostFailures = 3;

    private readonly Lock gate = new();
    private int failures;
    private DateTimeOffset closedUntil;

    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets a value indicating whether the generator is being left alone.</summary>
    public bool IsPaused => Volatile.Read(ref failures) >= MostFailures;

    /// <summary>Whether the generator may be asked now. After a pause one call tries; the others wait for what it finds.</summary>
    public bool MayTry()
    {
        lock (gate)
        {
            if (failures < MostFailures)
            {
                return true;
            }

            var now = time.GetUtcNow();
            if (now < closedUntil)
            {
                return false;
            }

            closedUntil = now + Pause;
            return true;
        }
    }

    public void Succeeded()
    {
        lock (gate)
        {
            failures = 0;
        }
    }

    /// <returns>Whether this failure began a pause.</returns>
    public bool Failed()
    {
        lock (gate)
        {
            closedUntil = time.GetUtcNow() + Pause;
            return ++failures == MostFailures;
        }
    }
}

namespace Parsimony.Caching;

/// <summary>
/// Lines that outlive the process and reach the others that share the directory within seconds. What was read once holds for the life of
/// the process. A disk that fails costs the others the line, never the call.
/// </summary>
/// <param name="directory">The cache's directory; without one nothing is kept.</param>
/// <param name="name">The name of the file.</param>
/// <param name="feature">Under what a fault is counted.</param>
/// <param name="read">Takes each line, also those that were taken before.</param>
/// <param name="time">The clock.</param>
/// <param name="failOpen">Counts faults.</param>
internal sealed class SharedLines(string? directory, string name, string feature, Action<string> read, TimeProvider time, FailOpen failOpen)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(3);

    private readonly LineFile? file = directory is null ? null : new(directory, name);
    private readonly Lock gate = new();
    private long lookedAt;
    private volatile bool looked;

    /// <summary>Whether a fault of a file is one of the disk, which a call survives.</summary>
    public static bool IsOfTheDisk(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;

    public void Append(string line)
    {
        if (file is null)
        {
            return;
        }

        try
        {
            lock (gate)
            {
                file.Append(line);
            }
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            failOpen.Report(feature, e);
        }
    }

    /// <summary>Reads what others have appended, at most every three seconds.</summary>
    public void Look()
    {
        if (file is null || IsRecent())
        {
            return;
        }

        lock (gate)
        {
            if (IsRecent())
            {
                return;
            }

            try
            {
                foreach (var line in file.ReadIfChanged())
                {
                    read(line);
                }
            }
            catch (Exception e) when (IsOfTheDisk(e))
            {
                failOpen.Report(feature, e);
            }

            Volatile.Write(ref lookedAt, time.GetTimestamp());
            looked = true;
        }
    }

    private bool IsRecent() => looked && time.GetElapsedTime(Volatile.Read(ref lookedAt)) < LookAgainAfter;
}

using System.Text.Json;

namespace Parsimony.Caching;

/// <summary>
/// The missed hits that were reported. With a cache directory they are a file, one JSON object a line, which every process with the
/// directory appends to; a full file becomes the older one of two. Without a directory the newest are kept in memory.
/// </summary>
internal sealed class MissedHitLog(string? directory, FailOpen failOpen)
{
    /// <summary>The most bytes of a file: a report that does not fit any more begins the next one.</summary>
    public const long FullFile = 256 << 10;

    /// <summary>How many are kept in memory.</summary>
    public const int MostInMemory = 1000;

    private const string Feature = "cache.feedback";

    private readonly Lock gate = new();
    private readonly Queue<MissedHit> memory = new();
    private readonly string? current = directory is null ? null : Path.Combine(directory, "missed-hits.jsonl");
    private readonly string? older = directory is null ? null : Path.Combine(directory, "missed-hits.older.jsonl");

    public void Add(MissedHit report)
    {
        lock (gate)
        {
            if (current is null)
            {
                Keep(report);
                return;
            }

            // Outside of what may fail with the disk: a report that cannot be written as JSON is a fault of ours.
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(report, MissedHitJson.Default.MissedHit), (byte)'\n'];
            try
            {
                Append(line);
            }
            catch (Exception e) when (SharedLines.IsOfTheDisk(e))
            {
                // It counts in this process all the same.
                failOpen.Report(Feature, e);
                Keep(report);
            }
        }
    }

    /// <summary>All reports that are kept, oldest first. A line that cannot be read is left out.</summary>
    public IReadOnlyList<MissedHit> Read()
    {
        lock (gate)
        {
            return [.. ReadFile(older), .. ReadFile(current), .. memory];
        }
    }

    private static MissedHit? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, MissedHitJson.Default.MissedHit);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Keep(MissedHit report)
    {
        memory.Enqueue(report);
        if (memory.Count > MostInMemory)
        {
            memory.Dequeue();
        }
    }

    private void Append(byte[] line)
    {
        PrivateFiles.CreateDirectory(directory!);
        if (new FileInfo(current!) is { Exists: true } written && written.Length + line.Length > FullFile)
        {
            File.Move(current!, older!, overwrite: true);
        }

        using var file = PrivateFiles.Open(current!, FileMode.Append);
        file.Write(line);
    }

    private List<MissedHit> ReadFile(string? path)
    {
        try
        {
            return File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<MissedHit>()] : [];
        }
        catch (Exception e) when (SharedLines.IsOfTheDisk(e))
        {
            failOpen.Report(Feature, e);
            return [];
        }
    }
}

using Parsimony.QuickStart.Run;

namespace Parsimony.QuickStart.Desk;

/// <summary>Finds the desk's files beside the program.</summary>
internal static class DeskFiles
{
    public static string Concepts => At("Model", "Concepts.tsv");

    public static DeskPrompt LoadPrompt() => new(Handbook.Load(At("Handbook")));

    /// <summary>Loads the messages written for the sample, without repeats.</summary>
    public static IReadOnlyList<CustomerMessage> LoadBundled() =>
        [.. Directory.EnumerateFiles(At("Messages"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(MessageJson.Load)];

    /// <summary>Loads the stream that a run is asked to serve.</summary>
    /// <returns>What it is, in words, and its messages.</returns>
    public static (string Source, IReadOnlyList<CustomerMessage> Messages) LoadStream(QuickStartOptions options, bool isLive)
    {
        var most = options.Limit ?? (isLive ? QuickStartOptions.LiveLimit : int.MaxValue);
        if (options.Stream is { } file)
        {
            return (file.Name, [.. MessageJson.Load(file.FullName).Take(most)]);
        }

        var bundled = LoadBundled();
        return ($"the bundled {bundled.Count:n0}, with repeats", ZipfOrder.Draw(bundled, Math.Min(most, options.Limit ?? QuickStartOptions.BundledRequests), options.Seed));
    }

    private static string At(params string[] parts) => Path.Combine([AppContext.BaseDirectory, .. parts]);
}

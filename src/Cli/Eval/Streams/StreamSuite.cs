namespace Parsimony.Cli;

/// <summary><c>eval stream</c>: replays requests through the real cache and client, in order, and compares what comes back with the labels.</summary>
internal static class StreamSuite
{
    public static async Task<IEvalReport> RunAsync(string file, EvalRun run)
    {
        var requests = StreamFile.Read(file);
        if (run.Engine.EmbeddingGenerator is null)
        {
            await run.Notes.WriteLineAsync("note: no embeddings are configured, so the cache serves exact repeats only.");
        }

        var report = await ReplayAsync(requests, run.Engine, run.CancellationToken);
        await NoteBypassesAsync(run);
        return report;
    }

    /// <summary>Sends all requests through an engine's cache.</summary>
    public static async Task<StreamReport> ReplayAsync(IReadOnlyList<StreamRequest> requests, EvalEngine engine, CancellationToken cancellationToken)
    {
        using var replay = new StreamReplay(engine.Cache);
        var memory = new StreamMemory();
        var tally = new StreamTally();
        foreach (var request in requests)
        {
            var (text, outcome, time) = await replay.SendAsync(request, cancellationToken);
            tally.Add(memory.Add(request), outcome, text == request.Answer, time);
        }

        return tally.ToReport();
    }

    private static async Task NoteBypassesAsync(EvalRun run)
    {
        var bypasses = run.Engine.Cache.Statistics.Bypasses.Where(reason => reason.Value > 0).ToList();
        if (bypasses.Count > 0)
        {
            var reasons = string.Join(", ", bypasses.Select(reason => $"{reason.Key} {reason.Value}"));
            await run.Notes.WriteLineAsync($"note: {bypasses.Sum(reason => reason.Value)} requests passed the cache by: {reasons}.");
        }
    }
}

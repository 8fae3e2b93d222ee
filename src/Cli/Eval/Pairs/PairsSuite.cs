using System.Diagnostics;

namespace Parsimony.Cli;

/// <summary><c>eval pairs</c>: what the shipped policy does with pairs of questions whose truth is known.</summary>
internal static class PairsSuite
{
    public static async Task<IEvalReport> RunAsync(string file, EvalRun run)
    {
        var pairs = PairsFile.Read(file);
        var decider = new PairDecider(run.Engine);
        var tally = new PairsTally();
        if (run.Engine.EmbeddingGenerator is null)
        {
            await run.Notes.WriteLineAsync("note: no embeddings are configured, so the cache serves exact repeats only; \"cosine\" and \"judge\" are null.");
        }
        else if (!run.Engine.Decider.HasJudge)
        {
            await run.Notes.WriteLineAsync("note: no same-answer judge is configured, so the similarity threshold decides; \"judge\" is null.");
        }

        foreach (var pair in pairs)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            var verdict = await decider.DecideAsync(pair.Left, pair.Right, run.CancellationToken);
            tally.Add(pair, verdict, Stopwatch.GetElapsedTime(start));
            tally.Count(verdict.Guards);
        }

        return tally.ToReport();
    }
}

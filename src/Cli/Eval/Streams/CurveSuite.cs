using Parsimony.Embeddings;

namespace Parsimony.Cli;

/// <summary><c>eval curve</c>: a stream once for each error budget, and once for each least cosine with the judge off.</summary>
internal static class CurveSuite
{
    private static readonly double[] ErrorBudgets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3];
    private static readonly double[] Cosines = [0.98, 0.96, 0.94, 0.92, 0.9, 0.88, 0.85, 0.8, 0.75, 0.7];

    public static async Task<IEvalReport> RunAsync(string file, EvalRun run)
    {
        var requests = StreamFile.Read(file);
        return new CurveReport
        {
            Judge = await RunsAsync(ErrorBudgets, static (options, budget) =>
            {
                options.Cache.SameAnswerPolicy = SameAnswerPolicy.Custom;
                options.Cache.ErrorBudget = budget;
            }),
            Cosine = await RunsAsync(Cosines, static (options, cosine) =>
            {
                options.Cache.EnableJudge = false;
                options.Cache.SimilarityThreshold = cosine;
            }),
        };

        async Task<IReadOnlyList<CurvePoint>> RunsAsync(double[] settings, Action<ParsimonyOptions, double> configure)
        {
            var points = new List<CurvePoint>();
            foreach (var setting in settings)
            {
                await using var engine = EvalEngine.Create(run.Notes, null, options => configure(options, setting));
                points.Add(new CurvePoint(setting, await StreamSuite.ReplayAsync(requests, engine, run.CancellationToken)));
            }

            return points;
        }
    }
}

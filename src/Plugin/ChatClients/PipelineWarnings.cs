using Microsoft.Extensions.Logging;

namespace Parsimony;

/// <summary>Says what is missing from pipelines, each thing once, however many pipelines an app builds: some build one for each request.</summary>
internal sealed class PipelineWarnings(ILogger logger)
{
    private int budget;
    private int cache;
    private int order;

    public void NoBudget()
    {
        if (IsFirst(ref budget))
        {
            Log.NoBudget(logger);
        }
    }

    public void NoCache()
    {
        if (IsFirst(ref cache))
        {
            Log.NoCache(logger);
        }
    }

    public void BudgetAboveTools()
    {
        if (IsFirst(ref order))
        {
            Log.BudgetAboveTools(logger);
        }
    }

    private static bool IsFirst(ref int said) => Interlocked.Exchange(ref said, 1) == 0;
}

using Microsoft.Extensions.Logging;

namespace Parsimony.Caching;

/// <summary>Says each kind of trouble with a disk tier once; that the directory is out of reach once for all tiers in it.</summary>
internal sealed class TroubleLog(string tier, string path, StoreFaults faults, ILogger logger)
{
    private int said;

    public void Say(Exception fault)
    {
        var remedy = (fault as SqliteFault)?.Remedy ?? SqliteRemedy.Retire;
        if ((Interlocked.Or(ref said, 1 << (int)remedy) & (1 << (int)remedy)) != 0)
        {
            return;
        }

        var reason = fault is SqliteFault ? fault.Message : fault.GetType().Name;
        switch (remedy)
        {
            case SqliteRemedy.SkipOnce:
                TierLog.Skipped(logger, tier, path, reason);
                break;
            case SqliteRemedy.Retire:
                if (faults.IsFirstAway())
                {
                    TierLog.Away(logger, path, reason);
                }

                break;
            default:
                TierLog.Rebuilt(logger, tier, path, reason);
                break;
        }
    }
}

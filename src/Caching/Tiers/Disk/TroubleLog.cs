using Microsoft.Extensions.Logging;

namespace Parsimony.Caching;

/// <summary>Says each kind of trouble with a disk tier once.</summary>
internal sealed class TroubleLog(string tier, string path, ILogger logger)
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
                TierLog.Away(logger, tier, path, reason);
                break;
            default:
                TierLog.Rebuilt(logger, tier, path, reason);
                break;
        }
    }
}

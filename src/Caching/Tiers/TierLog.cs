using Microsoft.Extensions.Logging;

namespace Parsimony.Caching;

internal static partial class TierLog
{
    [LoggerMessage(101, LogLevel.Warning, "The cache goes on without its disk tiers and tries them again every 30 seconds; {Path} could not be used: {Reason} Check that the directory exists, is writable and has space. Further faults are counted in parsimony.fail_open, not logged.")]
    public static partial void Away(ILogger logger, string path, string reason);

    [LoggerMessage(102, LogLevel.Warning, "The cache's tier {Tier} ({Path}) could not be read and was started anew: {Reason} The old file has the suffix .unreadable.")]
    public static partial void Rebuilt(ILogger logger, string tier, string path, string reason);

    [LoggerMessage(103, LogLevel.Warning, "The cache's tier {Tier} ({Path}) missed an operation: {Reason} Another process may hold the file, or the disk may be full. Further faults are counted in parsimony.fail_open, not logged.")]
    public static partial void Skipped(ILogger logger, string tier, string path, string reason);

    [LoggerMessage(104, LogLevel.Warning, "The cache dropped an entry of tier {Tier} whose checksum was wrong. Further such entries are counted in parsimony.fail_open, not logged.")]
    public static partial void Corrupt(ILogger logger, string tier);

    [LoggerMessage(105, LogLevel.Warning, "The cache's store skipped an operation after {Fault}; calls go on without it. Further faults are counted in parsimony.fail_open, not logged.")]
    public static partial void StoreFault(ILogger logger, string fault);
}

using Microsoft.Extensions.Logging;

namespace Parsimony;

internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Warning, "Memory went from {Previous} to {Level} at a pressure of {Pressure:0.00}.")]
    public static partial void MemoryLevelChanged(ILogger logger, MemoryLevel previous, MemoryLevel level, double pressure);

    [LoggerMessage(110, LogLevel.Information, "A call of agent {Agent} was refused ({Reason}); it may try again after {RetryAfter}.")]
    public static partial void AgentRefused(ILogger logger, string? agent, ThrottleReason reason, TimeSpan retryAfter);

    [LoggerMessage(120, LogLevel.Warning, "Parsimony's configuration: {Warning}")]
    public static partial void ConfigurationWarning(ILogger logger, string warning);
}

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

    [LoggerMessage(EventId = 130, Message = "Alert {Kind}. {Text}")]
    public static partial void Alert(ILogger logger, LogLevel level, AlertKind kind, string text);

    [LoggerMessage(131, LogLevel.Error, "Alert {Kind} could not be delivered to {Sink} in {Attempts} attempts ({Fault}).")]
    public static partial void AlertLost(ILogger logger, AlertKind kind, string sink, int attempts, string fault);

    [LoggerMessage(150, LogLevel.Warning, "This pipeline caches but fits no budgets; add UseContextBudget below function invocation, or set EnableBudget to false.")]
    public static partial void NoBudget(ILogger logger);

    [LoggerMessage(151, LogLevel.Warning, "This pipeline fits budgets but does not cache; add UseParsimony outside function invocation, or set EnableCache to false.")]
    public static partial void NoCache(ILogger logger);

    [LoggerMessage(152, LogLevel.Warning, "UseContextBudget stands above function invocation: the later requests of a tool loop are not fitted. Add it after UseFunctionInvocation.")]
    public static partial void BudgetAboveTools(ILogger logger);
}

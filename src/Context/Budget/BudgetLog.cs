using Microsoft.Extensions.Logging;

namespace Parsimony.Context;

/// <summary>What budgets write to the log: numbers, never a text.</summary>
internal static partial class BudgetLog
{
    [LoggerMessage(101, LogLevel.Debug, "Fitted a request of {Before} tokens to {After} of {Available}; {Dropped} messages were left out.")]
    public static partial void Fitted(ILogger logger, int before, int after, int available, int dropped);
}

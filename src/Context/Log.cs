using Microsoft.Extensions.Logging;

namespace Parsimony.Context;

/// <summary>All that this room logs. Never a prompt.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "No token counter is known for model '{ModelId}'; its tokens are counted with o200k_base. Register one with TokenCounterRegistry.Register.")]
    public static partial void UnknownModel(ILogger logger, string modelId);

    [LoggerMessage(111, LogLevel.Debug, "Fitted a request of {Before} tokens to {After} of {Available}; {Dropped} messages were left out.")]
    public static partial void Fitted(ILogger logger, int before, int after, int available, int dropped);
}

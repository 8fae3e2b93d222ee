using Microsoft.Extensions.Logging;

namespace Parsimony.SemanticKernel;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Registered after AddParsimony: {Services}. Prompt functions and agents pass through Parsimony all the same; direct calls of these services do not. Call AddParsimony last.")]
    public static partial void LateServices(ILogger logger, string services);
}

using Microsoft.Extensions.Logging;

namespace Parsimony.SemanticKernel;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Registered after AddParsimony: {Services}. Prompt functions and agents pass through Parsimony all the same; direct calls of these services do not. Call AddParsimony last.")]
    public static partial void LateServices(ILogger logger, string services);

    [LoggerMessage(2, LogLevel.Warning, "Registered after AddParsimony: a service selector, and {Services}. Parsimony does not know the functions that calls are made for, and the services named here pass it by. Call AddParsimony last.")]
    public static partial void LateSelector(ILogger logger, string services);

    [LoggerMessage(3, LogLevel.Warning, "AddParsimony was called again on the same builder, with {Settings}, and has kept what the first call said: what is registered cannot be taken back. Set it in the first AddParsimony.")]
    public static partial void SwitchedAgain(ILogger logger, string settings);
}

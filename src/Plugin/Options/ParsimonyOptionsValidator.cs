using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Parsimony;

/// <summary>Checks all options at once, those that a configuration gave and those that code set, and warns of what has no effect.</summary>
internal sealed class ParsimonyOptionsValidator(ILogger logger) : IValidateOptions<ParsimonyOptions>
{
    public ValidateOptionsResult Validate(string? name, ParsimonyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = Errors(options);
        if (errors.Count > 0)
        {
            return ValidateOptionsResult.Fail(errors.Select(e => e.ToString()));
        }

        foreach (var warning in options.LoadWarnings.Concat(AlertChecks.Warnings(options)))
        {
            Log.ConfigurationWarning(logger, warning);
        }

        return ValidateOptionsResult.Success;
    }

    public static IReadOnlyList<ConfigurationError> Errors(ParsimonyOptions options)
    {
        List<ConfigurationError> errors = [.. options.LoadErrors];
        var checks = new OptionChecks(errors);
        MemoryChecks.Run(options.Memory, checks);
        ThrottleChecks.Run(options.Throttle, checks);
        CacheChecks.Run(options.Cache, checks);
        ContextChecks.Run(options.Context, checks);
        AlertChecks.Run(options, checks);
        return errors;
    }
}

namespace Parsimony;

/// <summary>The environment variables that Parsimony reads. They win over a file or section and lose to code.</summary>
public static class ParsimonyVariables
{
    /// <summary>The path of the configuration file, read where the app names neither a file nor a section.</summary>
    public const string OptimizationConfig = "OPTIMIZATION_CONFIG";

    /// <summary>The directory of the disk tiers (<c>cache.cacheDir</c>). Setting it switches them on.</summary>
    public const string CacheDirectory = "CACHE_DIR";

    /// <summary>The incoming webhook for alerts. It takes effect with <c>monitoring.enableSlackAlerts</c>.</summary>
    public const string SlackWebhookUrl = "SLACK_WEBHOOK_URL";

    /// <summary>The e-mail service for alerts. It takes effect with <c>monitoring.enableEmailAlerts</c>.</summary>
    public const string EmailServiceApi = "EMAIL_SERVICE_API";

    internal static void Apply(ParsimonyOptions options, Func<string, string?> read)
    {
        if (Value(read, CacheDirectory) is { } directory)
        {
            options.Cache.Directory = directory;
        }

        options.Alerts.WebhookUrl = Address(options, read, SlackWebhookUrl) ?? options.Alerts.WebhookUrl;
        options.Alerts.EmailServiceUrl = Address(options, read, EmailServiceApi) ?? options.Alerts.EmailServiceUrl;
    }

    internal static string? Value(Func<string, string?> read, string name) => read(name) is { } value && value.Trim().Length > 0 ? value : null;

    private static Uri? Address(ParsimonyOptions options, Func<string, string?> read, string name)
    {
        if (Value(read, name) is not { } value)
        {
            return null;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var address))
        {
            options.LoadErrors.Add(new ConfigurationError(name, "(hidden)", "must be an http or https address"));
        }

        return address;
    }
}

namespace Parsimony;

internal static class AlertChecks
{
    public static void Run(ParsimonyOptions options, OptionChecks checks)
    {
        var alerts = options.Alerts;
        checks.Duration("monitoring.healthCheckInterval", options.Monitoring.HealthCheckInterval);
        checks.Duration("monitoring.maintenanceInterval", options.Monitoring.MaintenanceInterval);
        checks.Duration("monitoring.alertCooldown", alerts.Cooldown, zeroAllowed: true);
        checks.Share("monitoring.alertThresholds.throttledCalls", alerts.ThrottledShare);
        checks.Share("monitoring.alertThresholds.cacheHitRate", alerts.CacheHitRate);
        checks.That(alerts.HealthScore is >= 0 and <= 100, "monitoring.alertThresholds.healthScore", alerts.HealthScore, "must be from 0 to 100");

        // The addresses are secrets: the error names the key, not the value.
        checks.That(IsWeb(alerts.WebhookUrl), ParsimonyVariables.SlackWebhookUrl, "(hidden)", "must be an http or https address");
        checks.That(IsWeb(alerts.EmailServiceUrl), ParsimonyVariables.EmailServiceApi, "(hidden)", "must be an http or https address");
    }

    public static IEnumerable<string> Warnings(ParsimonyOptions options)
    {
        if (options.Alerts is { EnableWebhook: true, WebhookUrl: null })
        {
            yield return $"monitoring.enableSlackAlerts has no effect: {ParsimonyVariables.SlackWebhookUrl} is not set.";
        }

        if (options.Alerts is { EnableEmail: true, EmailServiceUrl: null })
        {
            yield return $"monitoring.enableEmailAlerts has no effect: {ParsimonyVariables.EmailServiceApi} is not set.";
        }
    }

    private static bool IsWeb(Uri? url) =>
        url is null || (url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp));
}

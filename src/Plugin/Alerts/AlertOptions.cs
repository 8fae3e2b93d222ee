namespace Parsimony;

/// <summary>When and where alerts go.</summary>
public sealed class AlertOptions
{
    /// <summary>Gets or sets whether there are alerts at all (<c>monitoring.alertsEnabled</c>).</summary>
    /// <value>The default is <see langword="true"/>: to the log, and to what is enabled below.</value>
    public bool Enabled { get; set; } = true;

    /// <summary>Gets or sets whether alerts are posted to <see cref="WebhookUrl"/> (<c>monitoring.enableSlackAlerts</c>).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool EnableWebhook { get; set; }

    /// <summary>Gets or sets the incoming webhook: Slack's, or any that takes <c>{"text": "..."}</c> (variable <c>SLACK_WEBHOOK_URL</c>).</summary>
    /// <value>An http or https address. The default is <see langword="null"/>. It is a secret: it is never logged.</value>
    public Uri? WebhookUrl { get; set; }

    /// <summary>Gets or sets whether alerts are posted to <see cref="EmailServiceUrl"/> (<c>monitoring.enableEmailAlerts</c>).</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool EnableEmail { get; set; }

    /// <summary>Gets or sets the service that turns a posted alert into an e-mail (variable <c>EMAIL_SERVICE_API</c>).</summary>
    /// <value>An http or https address. The default is <see langword="null"/>. It is a secret: it is never logged.</value>
    public Uri? EmailServiceUrl { get; set; }

    /// <summary>Gets or sets how long alerts of a kind are held back after one was sent (<c>monitoring.alertCooldown</c>).</summary>
    /// <value>0 or more. The default is 5 minutes. The next one says how many were held back.</value>
    public TimeSpan Cooldown { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the part of an agent's calls of the last minute that may be refused (<c>monitoring.alertThresholds.throttledCalls</c>).</summary>
    /// <value>0 to 1. The default is 0.1.</value>
    public double ThrottledShare { get; set; } = 0.1;

    /// <summary>Gets or sets the part of look-ups that the cache should answer (<c>monitoring.alertThresholds.cacheHitRate</c>).</summary>
    /// <value>0 to 1. The default is 0: no alert. It is looked at from the hundredth look-up on.</value>
    public double CacheHitRate { get; set; }

    /// <summary>Gets or sets the overall health below which there is an alert (<c>monitoring.alertThresholds.healthScore</c>).</summary>
    /// <value>0 to 100. The default is 50.</value>
    public int HealthScore { get; set; } = 50;
}

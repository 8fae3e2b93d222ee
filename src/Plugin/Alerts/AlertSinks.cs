namespace Parsimony;

/// <summary>The sinks that options ask for.</summary>
internal static class AlertSinks
{
    // One client for the process, as the framework recommends; connections are renewed so that a changed address is noticed.
    // No redirects: the addresses are secrets meant for one host.
    private static readonly Lazy<HttpClient> Client = new(() => new HttpClient(
        new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(15), AllowAutoRedirect = false })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    });

    public static IEnumerable<IAlertSink> From(AlertOptions options)
    {
        if (options is { EnableWebhook: true, WebhookUrl: { } webhook })
        {
            yield return new WebhookAlertSink(webhook, Client.Value);
        }

        if (options is { EnableEmail: true, EmailServiceUrl: { } service })
        {
            yield return new EmailAlertSink(service, Client.Value);
        }
    }
}

using System.Net;
using System.Text.Json;
using Parsimony.Testing;

namespace Parsimony.Tests.Alerts;

public class HttpAlertSinkTests
{
    private static readonly Alert Alert = new(
        AlertKind.CallsThrottled, AlertSeverity.Warning, "12 % of <calls> & more", DateTimeOffset.UnixEpoch, "production", HeldBack: 1);

    [Fact]
    public async Task The_webhook_gets_the_text_as_Slack_wants_it()
    {
        await using var server = new LoopbackServer();
        using var client = new HttpClient();

        await new WebhookAlertSink(server.Address, client).SendAsync(Alert, default);

        var body = JsonDocument.Parse(await server.NextBodyAsync()).RootElement;
        Assert.Equal(
            "[production] Warning: 12 % of &lt;calls&gt; &amp; more (1 more of this kind since the last alert)",
            body.GetProperty("text").GetString());
        Assert.Single(body.EnumerateObject());
        Assert.Equal("application/json; charset=utf-8", server.LastContentType);
    }

    [Fact]
    public async Task The_e_mail_service_gets_a_subject_a_text_and_the_parts()
    {
        await using var server = new LoopbackServer();
        using var client = new HttpClient();

        await new EmailAlertSink(server.Address, client).SendAsync(Alert, default);

        var body = JsonDocument.Parse(await server.NextBodyAsync()).RootElement;
        Assert.Equal("Parsimony production: CallsThrottled (Warning)", body.GetProperty("subject").GetString());
        Assert.Equal(Alert.ToString(), body.GetProperty("text").GetString());
        Assert.Equal(("CallsThrottled", "Warning", "production"), (Text("kind"), Text("severity"), Text("environment")));
        Assert.Equal(DateTimeOffset.UnixEpoch, body.GetProperty("time").GetDateTimeOffset());

        string? Text(string name) => body.GetProperty(name).GetString();
    }

    [Fact]
    public async Task An_error_status_is_a_failure_that_can_be_told_from_others()
    {
        await using var server = new LoopbackServer(HttpStatusCode.TooManyRequests);
        using var client = new HttpClient();

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => new WebhookAlertSink(server.Address, client).SendAsync(Alert, default));

        Assert.Equal(HttpStatusCode.TooManyRequests, fault.StatusCode);
    }

    [Fact]
    public async Task From_the_options_to_the_wire_an_alert_arrives()
    {
        await using var webhook = new LoopbackServer();
        await using var email = new LoopbackServer();
        var options = new AlertOptions { EnableWebhook = true, WebhookUrl = webhook.Address, EnableEmail = true, EmailServiceUrl = email.Address };
        using var alerts = new AlertDispatcher(options, null, AlertSinks.From(options), TimeProvider.System, new ListLogger<Alert>());

        alerts.Raise(AlertKind.MemoryCritical, AlertSeverity.Critical, "full");

        Assert.Contains("Critical: full", await webhook.NextBodyAsync(), StringComparison.Ordinal);
        Assert.Contains("Critical: full", await email.NextBodyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_sink_for_what_is_not_enabled_or_has_no_address()
    {
        Assert.Empty(AlertSinks.From(new AlertOptions { WebhookUrl = new Uri("http://a"), EmailServiceUrl = new Uri("http://b") }));
        Assert.Empty(AlertSinks.From(new AlertOptions { EnableWebhook = true, EnableEmail = true }));
    }
}

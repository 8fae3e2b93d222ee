using System.Text.Json;

namespace Parsimony;

/// <summary>Posts a subject and a text, with the parts of the alert, to a service that sends e-mails. Who receives them is that service's affair.</summary>
internal sealed class EmailAlertSink(Uri address, HttpClient client) : HttpAlertSink(address, client)
{
    public override string Name => "email";

    protected override void Write(Utf8JsonWriter json, Alert alert)
    {
        json.WriteStartObject();
        json.WriteString("subject", $"Parsimony{(alert.Environment is null ? "" : $" {alert.Environment}")}: {alert.Kind} ({alert.Severity})");
        json.WriteString("text", alert.ToString());
        json.WriteString("kind", alert.Kind.ToString());
        json.WriteString("severity", alert.Severity.ToString());
        json.WriteString("environment", alert.Environment);
        json.WriteString("time", alert.At);
        json.WriteEndObject();
    }
}

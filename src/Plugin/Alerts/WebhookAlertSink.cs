using System.Text.Json;

namespace Parsimony;

/// <summary>Posts <c>{"text": "..."}</c>: what Slack's incoming webhooks, and those of most others, take.</summary>
internal sealed class WebhookAlertSink(Uri address, HttpClient client) : HttpAlertSink(address, client)
{
    public override string Name => "webhook";

    protected override void Write(Utf8JsonWriter json, Alert alert)
    {
        json.WriteStartObject();
        json.WriteString("text", Escape(alert.ToString()));
        json.WriteEndObject();
    }

    /// <summary>Slack reads &lt;...&gt; as links and mentions; its manual asks for these three escapes.</summary>
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}

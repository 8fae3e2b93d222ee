using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Parsimony.Cli;

/// <summary>Health as it is printed.</summary>
internal sealed class HealthFigures(ParsimonyHealth health) : IEvalReport
{
    public HealthStatus Status => health.Status;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("status", $"{health.Status}");
        json.WriteNumber("score", health.Score);
        json.WriteStartObject("parts");
        foreach (var part in health.Parts)
        {
            json.WriteStartObject(part.Name);
            json.WriteString("status", $"{part.Status}");
            json.WriteNumber("score", part.Score);
            json.WriteString("detail", part.Detail);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

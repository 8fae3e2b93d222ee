using System.Text.Json;

namespace Parsimony.Cli;

/// <summary>The figures of one suite.</summary>
internal interface IEvalReport
{
    /// <summary>Writes the figures as the members of one JSON object.</summary>
    /// <param name="json">A writer inside an object.</param>
    void Write(Utf8JsonWriter json);
}

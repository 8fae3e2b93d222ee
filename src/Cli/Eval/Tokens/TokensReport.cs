using System.Text.Json;

namespace Parsimony.Cli;

/// <summary>The figures of <c>eval tokens</c>.</summary>
internal sealed record TokensReport : IEvalReport
{
    public required int Cases { get; init; }

    /// <summary>Gets the counts of each kind; those that do not occur have no cases.</summary>
    public required IReadOnlyDictionary<CaseKind, KindCounts> Kinds { get; init; }

    public required double? MegabytesPerSecond { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("cases", Cases);
        json.WriteStartObject("byKind");
        foreach (var (kind, counts) in Kinds)
        {
            json.WriteStartObject(NameOf(kind));
            json.WriteNumber("cases", counts.Cases);
            json.WriteNumber("exact", counts.Exact);
            json.WriteNumber("under", counts.Under);
            json.WriteNumber("maxOver", counts.MaxOver);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteFigure("megabytesPerSecond", MegabytesPerSecond);
    }

    private static string NameOf(CaseKind kind) => kind switch
    {
        CaseKind.Text => "text",
        CaseKind.Tools => "tools",
        CaseKind.Images => "images",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

using System.Globalization;
using System.Text.Json;

namespace Parsimony.Cli;

/// <summary>The figures of <c>eval curve</c>.</summary>
internal sealed record CurveReport : IEvalReport
{
    /// <summary>Gets the runs with the judge, by error budget.</summary>
    public required IReadOnlyList<CurvePoint> Judge { get; init; }

    /// <summary>Gets the runs without it, by least cosine.</summary>
    public required IReadOnlyList<CurvePoint> Cosine { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("requests", Judge[0].Report.Requests);
        json.WriteNumber("opportunities", Judge[0].Report.Opportunities);
        WriteCurve(json, "judge", Judge);
        WriteCurve(json, "cosine", Cosine);
    }

    private static void WriteCurve(Utf8JsonWriter json, string name, IReadOnlyList<CurvePoint> points)
    {
        json.WriteStartObject(name);
        foreach (var (setting, report) in points)
        {
            json.WriteStartObject(setting.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("sameAnswerHits", report.SameAnswerHits);
            json.WriteNumber("wrong", report.SameAnswerWrong);
            json.WriteFigure("sameAnswerRecall", Ratio.Of(report.OpportunitiesTaken, report.Opportunities));
            json.WriteFigure("sameAnswerErrorRate", Ratio.Of(report.SameAnswerWrong, report.SameAnswerHits));
            json.WriteFigure("errorRate", Ratio.Of(report.ExactWrong + report.SameAnswerWrong, report.Requests));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}

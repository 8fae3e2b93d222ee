using System.Text.Json;

namespace Parsimony.Cli;

/// <summary>The figures of <c>eval stream</c>.</summary>
internal sealed record StreamReport : IEvalReport
{
    public required int Requests { get; init; }

    public required int ExactHits { get; init; }

    public required int SameAnswerHits { get; init; }

    /// <summary>Gets the exact hits with another answer than their label's.</summary>
    public required int ExactWrong { get; init; }

    /// <summary>Gets the same-answer hits with another answer than their label's.</summary>
    public required int SameAnswerWrong { get; init; }

    /// <summary>Gets the requests that are no exact repeat and whose answer was given before to the same tenant.</summary>
    public required int Opportunities { get; init; }

    /// <summary>Gets the opportunities that a same-answer hit answered rightly.</summary>
    public required int OpportunitiesTaken { get; init; }

    public required double? P50Micros { get; init; }

    public required double? P99Micros { get; init; }

    public void Write(Utf8JsonWriter json)
    {
        var wrong = ExactWrong + SameAnswerWrong;
        json.WriteNumber("requests", Requests);
        json.WriteNumber("exactHits", ExactHits);
        json.WriteNumber("sameAnswerHits", SameAnswerHits);
        json.WriteNumber("wrong", wrong);
        json.WriteNumber("exactWrong", ExactWrong);
        json.WriteNumber("opportunities", Opportunities);
        json.WriteFigure("sameAnswerRecall", Ratio.Of(OpportunitiesTaken, Opportunities));
        json.WriteFigure("hitRate", Ratio.Of(ExactHits + SameAnswerHits, Requests));
        json.WriteFigure("errorRate", Ratio.Of(wrong, Requests));
        json.WriteFigure("errorRateUpper95", ErrorRateBound.Of(wrong, Requests));
        json.WriteFigure("sameAnswerErrorRate", Ratio.Of(SameAnswerWrong, SameAnswerHits));
        json.WriteFigure("p50Micros", P50Micros);
        json.WriteFigure("p99Micros", P99Micros);
    }
}

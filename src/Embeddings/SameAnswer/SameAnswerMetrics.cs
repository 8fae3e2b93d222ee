using System.Diagnostics.Metrics;

namespace Parsimony.Embeddings;

/// <summary>What the decisions report to the meter. Tags come from small fixed sets: never a text.</summary>
internal static class SameAnswerMetrics
{
    private static readonly Histogram<int> Candidates = ParsimonyDiagnostics.Meter.CreateHistogram<int>(
        "parsimony.same_answer.candidates", "{candidate}", "Candidates that were decided about together, for each search of one partition that found any; a question may search several partitions.");

    private static readonly Counter<long> Refusals = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.same_answer.refusals", "{refusal}", "Candidates for the same answer that were refused, by what refused them.");

    private static readonly Counter<long> AcceptedCandidates = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.same_answer.accepted", "{candidate}", "Candidates for the same answer that were accepted, by the band of the estimated probability that they are right.");

    private static readonly Lock Gate = new();
    private static long accepted;
    private static double expectedErrors;

    static SameAnswerMetrics() => ParsimonyDiagnostics.Meter.CreateObservableGauge(
        "parsimony.same_answer.estimated_error_rate", Rate, "1", "The part of the accepted candidates that is wrong by the judge's own estimate, since the process began.");

    public static void Searched(int candidates) => Candidates.Record(candidates);

    public static void Refused(string by) => Refusals.Add(1, new KeyValuePair<string, object?>("by", by));

    /// <param name="probability">The estimated probability that the answer is right; <see langword="null"/> where the cosine decided.</param>
    public static void Accepted(double? probability)
    {
        AcceptedCandidates.Add(1, new KeyValuePair<string, object?>("band", Band(probability)));
        if (probability is { } p)
        {
            lock (Gate)
            {
                accepted++;
                expectedErrors += 1 - p;
            }
        }
    }

    public static string Band(double? probability) => probability switch
    {
        null => "unjudged",
        < 0.9 => "below 0.9",
        < 0.95 => "0.9-0.95",
        < 0.98 => "0.95-0.98",
        < 0.99 => "0.98-0.99",
        < 0.995 => "0.99-0.995",
        < 0.999 => "0.995-0.999",
        _ => "0.999-1",
    };

    private static double Rate()
    {
        lock (Gate)
        {
            return accepted == 0 ? 0 : expectedErrors / accepted;
        }
    }
}

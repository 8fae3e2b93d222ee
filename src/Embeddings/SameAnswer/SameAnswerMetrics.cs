using System.Diagnostics.Metrics;

namespace Parsimony.Embeddings;

/// <summary>What the decisions report to the meter.</summary>
internal static class SameAnswerMetrics
{
    private static readonly Counter<long> Refusals = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.same_answer.refusals", "{refusal}", "Candidates for the same answer that were refused, by what refused them.");

    public static void Refused(string by) => Refusals.Add(1, new KeyValuePair<string, object?>("by", by));
}

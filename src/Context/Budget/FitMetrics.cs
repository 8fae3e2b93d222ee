using System.Diagnostics.Metrics;

namespace Parsimony.Context;

/// <summary>What is measured of fitted requests.</summary>
internal static class FitMetrics
{
    private static readonly Histogram<int> Before = ParsimonyDiagnostics.Meter.CreateHistogram<int>(
        "parsimony.context.tokens_before", "{token}", "Prompt tokens of requests as they came.");

    private static readonly Histogram<int> After = ParsimonyDiagnostics.Meter.CreateHistogram<int>(
        "parsimony.context.tokens_after", "{token}", "Prompt tokens of requests as they were sent.");

    private static readonly Counter<long> Dropped = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.context.dropped", "{message}", "Messages that were left out of requests.");

    private static readonly Counter<long> Refused = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.context.refused", "{request}", "Requests of which not even what must stay fits the budget.");

    private static readonly Histogram<int> CommonPrefix = ParsimonyDiagnostics.Meter.CreateHistogram<int>(
        "parsimony.context.common_prefix_tokens", "{token}", "Prompt tokens with which a request and the one before it in its session begin.");

    public static void Record(ContextFit fit)
    {
        Before.Record(fit.TokensBefore);
        After.Record(fit.TokensAfter);
        if (fit.CommonPrefixTokens is { } common)
        {
            CommonPrefix.Record(common);
        }

        if (fit.Dropped > 0)
        {
            Dropped.Add(fit.Dropped);
        }
    }

    public static void RecordRefused() => Refused.Add(1);
}

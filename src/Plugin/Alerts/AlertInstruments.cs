using System.Diagnostics.Metrics;

namespace Parsimony;

internal static class AlertInstruments
{
    public static readonly Counter<long> Raised = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.alerts.raised", "{alert}", "Alerts that were raised and not held back, by kind.");

    public static readonly Counter<long> Sent = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.alerts.sent", "{alert}", "Alerts that were delivered, by sink.");

    public static readonly Counter<long> Lost = ParsimonyDiagnostics.Meter.CreateCounter<long>(
        "parsimony.alerts.lost", "{alert}", "Alerts that could not be delivered, by sink.");
}

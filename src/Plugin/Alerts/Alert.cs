namespace Parsimony;

/// <summary>One alert. It never holds a prompt, an answer or a key.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Text">What happened, in a sentence.</param>
/// <param name="At">When.</param>
/// <param name="Environment">Where: <see cref="ParsimonyOptions.Environment"/>.</param>
/// <param name="HeldBack">Alerts of this kind that were held back since the last one was sent.</param>
public sealed record Alert(AlertKind Kind, AlertSeverity Severity, string Text, DateTimeOffset At, string? Environment = null, int HeldBack = 0)
{
    /// <summary>The alert as one line of text.</summary>
    /// <returns>Environment, severity, text, and how many were held back.</returns>
    public override string ToString() =>
        $"{(Environment is null ? "" : $"[{Environment}] ")}{Severity}: {Text}{(HeldBack > 0 ? $" ({HeldBack} more of this kind since the last alert)" : "")}";
}

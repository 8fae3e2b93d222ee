namespace Parsimony.QuickStart.Report;

/// <summary>One line of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Values">Its values, one a step.</param>
/// <param name="Colour">Its colour.</param>
internal sealed record Line(string Label, IReadOnlyList<double> Values, string Colour);

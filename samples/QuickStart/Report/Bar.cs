namespace Parsimony.QuickStart.Report;

/// <summary>One bar of a chart.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its length, 0 or more.</param>
/// <param name="Figure">The value in words.</param>
/// <param name="Colour">Its colour.</param>
internal readonly record struct Bar(string Label, double Value, string Figure, string Colour);

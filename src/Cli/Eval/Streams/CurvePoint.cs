namespace Parsimony.Cli;

/// <summary>One run of a stream.</summary>
/// <param name="Setting">The error budget or the least cosine of the run.</param>
/// <param name="Report">What came of it.</param>
internal sealed record CurvePoint(double Setting, StreamReport Report);

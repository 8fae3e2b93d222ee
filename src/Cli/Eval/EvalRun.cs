namespace Parsimony.Cli;

/// <summary>What every suite is given.</summary>
/// <param name="Engine">The engine to measure.</param>
/// <param name="Notes">Where to say what a reader of the figures must know; never standard output.</param>
/// <param name="CancellationToken">Ends the run early.</param>
internal sealed record EvalRun(EvalEngine Engine, TextWriter Notes, CancellationToken CancellationToken);

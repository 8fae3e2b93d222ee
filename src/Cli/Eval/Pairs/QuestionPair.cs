namespace Parsimony.Cli;

/// <summary>Two questions and the truth about them.</summary>
/// <param name="SameAnswer">Whether one answer serves both.</param>
/// <param name="Left">The question asked first.</param>
/// <param name="Right">The question asked second.</param>
/// <param name="Kind">What kind of pair it is, where the file says so.</param>
internal sealed record QuestionPair(bool SameAnswer, string Left, string Right, string? Kind);

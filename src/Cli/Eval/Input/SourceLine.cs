namespace Parsimony.Cli;

/// <summary>One line of an input file that is not blank.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Number">The line's number, from 1; blank lines count.</param>
/// <param name="Text">The line without its ending.</param>
internal sealed record SourceLine(string File, int Number, string Text)
{
    /// <summary>Makes the error for this line.</summary>
    /// <param name="problem">What is wrong, without a full stop.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    public InputException Fail(string problem, string remedy) => new(File, Number, problem, remedy);
}

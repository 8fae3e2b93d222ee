namespace Parsimony.Cli;

/// <summary>A file that cannot be used as it is. The message names the file, the line, what is wrong, and the remedy.</summary>
internal sealed class InputException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="InputException"/> class.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="line">The line's number from 1, or <see langword="null"/> where the whole file is meant.</param>
    /// <param name="problem">What is wrong, without a full stop.</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    public InputException(string file, int? line, string problem, string remedy)
        : base(line is { } number ? $"{file}, line {number}: {problem}. {remedy}" : $"{file}: {problem}. {remedy}")
    {
    }
}

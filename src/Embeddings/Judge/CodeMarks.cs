using System.Buffers;

namespace Parsimony.Embeddings;

/// <summary>Counts the punctuation that program text is full of and questions are not.</summary>
internal static class CodeMarks
{
    private const string Single = "{}[];=<>|\\_`^~";
    private const string Together = "(:&-+*/!%";

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(Single + Together + ")\"'.,?@#$");
    private static readonly SearchValues<char> Marks = SearchValues.Create(Single);
    private static readonly SearchValues<char> MarksOfTwo = SearchValues.Create(Together);

    /// <summary>
    /// How many runs of punctuation look like code: with a brace, an equals sign and the like, with two signs together, or a parenthesis
    /// right behind a letter.
    /// </summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var marks = 0;
        var at = 0;
        while (at < text.Length && text[at..].IndexOfAny(Punctuation) is var gap and >= 0)
        {
            at += gap;
            var length = text[at..].IndexOfAnyExcept(Punctuation);
            length = length < 0 ? text.Length - at : length;
            marks += IsMark(text.Slice(at, length), at > 0 && char.IsAsciiLetter(text[at - 1])) ? 1 : 0;
            at += length;
        }

        return marks;
    }

    /// <summary>Whether a text ends as a statement or a block does.</summary>
    public static bool EndsLikeCode(ReadOnlySpan<char> text) => text.TrimEnd() is [.., ';' or '{' or '}'];

    private static bool IsMark(ReadOnlySpan<char> run, bool followsLetter) =>
        run.ContainsAny(Marks) || (run.Length > 1 ? run.ContainsAny(MarksOfTwo) : run[0] == '(' && followsLetter);
}

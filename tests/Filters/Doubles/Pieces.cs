namespace Parsimony.SemanticKernel.Tests;

internal static class Pieces
{
    /// <summary>A text in the pieces that a model streams: words with the space before them.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ')
            {
                yield return text[start..i];
                start = i;
            }
        }

        yield return text[start..];
    }
}

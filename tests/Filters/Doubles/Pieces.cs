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

    /// <summary>The pieces of a text, the last with the finish reason of a complete answer, if there is to be one.</summary>
    public static IEnumerable<(string Piece, IReadOnlyDictionary<string, object?>? Finish)> Ended(string text, bool saysHow)
    {
        var pieces = Of(text).ToList();
        return pieces.Select((piece, i) => (piece, saysHow && i == pieces.Count - 1 ? Stop : null));
    }

    private static IReadOnlyDictionary<string, object?>? Stop { get; } = new Dictionary<string, object?> { ["FinishReason"] = "Stop" };
}

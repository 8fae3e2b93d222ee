namespace Parsimony.Context;

/// <summary>Shortens plain text to a number of tokens by keeping its best passages, in their order, and marking what was left out.</summary>
public static class TextFitter
{
    private const int LargestPassage = 128;
    private const int SmallestPassage = 8;

    /// <summary>A passage may take this part of the room, so that several find a place.</summary>
    private const int PassagesInRoom = 8;

    private const string ShortMark = " [...]";

    /// <summary>Shortens a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxTokens">The most tokens that the result may have, counted alone; 0 or more.</param>
    /// <param name="query">What the text is wanted for: passages that have to do with it stay. Without it, the beginning and the end stay.</param>
    /// <param name="counter">Counts the tokens.</param>
    /// <returns>
    /// <paramref name="text"/> itself where it fits; else its best passages with a mark wherever something was left out (no mark where there
    /// is no room for one).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxTokens"/> is negative.</exception>
    public static string FitText(string text, int maxTokens, string? query, TokenCounter counter) =>
        FitScored(text, maxTokens, PassageRanking.By(TextQuery.Of(query)), counter);

    /// <summary>Shortens a text to the passages that a scorer likes best.</summary>
    internal static string FitScored(string text, int maxTokens, PassageScorer scorer, TokenCounter counter)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(maxTokens);
        ArgumentNullException.ThrowIfNull(counter);
        var tokens = counter.Count(text);
        if (tokens <= maxTokens)
        {
            return text;
        }

        // A mark stands between two line breaks, one token each at the most.
        var markTokens = counter.Count(KeptPassages.Mark(tokens)) + 2;
        return maxTokens >= markTokens + SmallestPassage && FitPassages(text, maxTokens, markTokens, scorer, counter) is { } fitted
            ? fitted
            : FitBeginning(text, maxTokens, counter);
    }

    private static string? FitPassages(string text, int maxTokens, int markTokens, PassageScorer scorer, TokenCounter counter)
    {
        var passages = PassageSplitter.Split(text, Math.Clamp(maxTokens / PassagesInRoom, SmallestPassage, LargestPassage), counter);
        var headings = PassageHeadings.Find(text, passages);
        var selection = new KeptPassages(text, passages);
        foreach (var index in PassageRanking.Rank(text, passages, scorer))
        {
            // A passage under a heading says more, so the heading comes with it where there is room for both.
            var heading = headings[index];
            if (heading < 0 || selection.IsKept(heading) || !selection.TryKeep([heading, index], maxTokens, markTokens))
            {
                selection.TryKeep([index], maxTokens, markTokens);
            }
        }

        // Passages may count a little more together than alone.
        while (selection.Any)
        {
            var fitted = selection.Compose();
            if (counter.Count(fitted) <= maxTokens)
            {
                return fitted;
            }

            selection.DropLast();
        }

        return null;
    }

    private static string FitBeginning(string text, int maxTokens, TokenCounter counter)
    {
        for (var room = maxTokens - counter.Count(ShortMark); room >= 0; room--)
        {
            var fitted = string.Concat(text.AsSpan(0, TextPrefix.Find(counter, text, room, out _)).TrimEnd(), ShortMark).TrimStart();
            if (counter.Count(fitted) <= maxTokens)
            {
                return fitted;
            }
        }

        return text[..TextPrefix.Find(counter, text, maxTokens, out _)];
    }
}

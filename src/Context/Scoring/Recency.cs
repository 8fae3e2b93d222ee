namespace Parsimony.Context;

/// <summary>How recent an item is: it halves every few items, so that it speaks for the last exchanges and leaves the rest to relevance.</summary>
internal static class Recency
{
    private const double HalfLifeItems = 2;

    /// <summary>Scores items from 1 (the newest) towards 0. Documents get none: where an app puts them says nothing of their age.</summary>
    public static double[] Score(IReadOnlyList<ScoredItem> items)
    {
        var scores = new double[items.Count];
        var age = 0;
        for (var i = items.Count - 1; i >= 0; i--)
        {
            if (items[i].IsConversation)
            {
                scores[i] = Math.Pow(0.5, age / HalfLifeItems);
                age++;
            }
        }

        return scores;
    }
}

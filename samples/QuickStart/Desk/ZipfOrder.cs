namespace Parsimony.QuickStart.Desk;

/// <summary>Orders messages as customers send them: a few again and again, most of them seldom (the n-th most frequent about 1 / n^0.9 as often as the first).</summary>
internal static class ZipfOrder
{
    private const double Exponent = 0.9;

    /// <summary>Draws messages with repeats.</summary>
    /// <param name="messages">The messages; which of them are frequent is drawn too.</param>
    /// <param name="count">How many to draw.</param>
    /// <param name="seed">The same seed draws the same order.</param>
    public static IReadOnlyList<CustomerMessage> Draw(IReadOnlyList<CustomerMessage> messages, int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        var ranked = messages.ToList();
        random.Shuffle(ranked);
        var upTo = new double[ranked.Count];
        var total = 0.0;
        for (var i = 0; i < upTo.Length; i++)
        {
            upTo[i] = total += Math.Pow(i + 1, -Exponent);
        }

        var drawn = new CustomerMessage[count];
        for (var i = 0; i < count; i++)
        {
            var place = Array.BinarySearch(upTo, random.NextDouble() * total);
            drawn[i] = ranked[Math.Min(place < 0 ? ~place : place, ranked.Count - 1)];
        }

        return drawn;
    }
}

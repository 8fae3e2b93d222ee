namespace Parsimony.Context;

/// <summary>
/// What items have to do with the newest user message: BM25, spread along the conversation, because a reply belongs to its question and
/// what is talked about is seldom named in each turn.
/// </summary>
internal static class Relevance
{
    /// <summary>
    /// What an item gives to its neighbour, and that one to the next. How far relevance spreads differs (chats: 0.5 over 3 turns is best,
    /// meetings: 0.8 over 10); this serves both.
    /// </summary>
    private const double NeighbourShare = 0.6;

    private const int Reach = 5;

    /// <summary>Scores items from 0 to 1, the best item of the request.</summary>
    public static double[] Score(ScoringInput input)
    {
        var scores = new double[input.Items.Count];
        foreach (var query in input.Queries)
        {
            // "And then?" says nothing by itself: what was asked before it does.
            Bm25.Score(input.Vectors, Query(query), scores);
            if (scores.AsSpan().ContainsAnyExcept(0))
            {
                break;
            }
        }

        var spread = Spread(input.Items, scores);
        var best = spread.Length == 0 ? 0 : spread.Max();
        for (var i = 0; i < spread.Length && best > 0; i++)
        {
            spread[i] /= best;
        }

        return spread;
    }

    private static TermVector Query(string text)
    {
        var query = TermVector.Of(text, skipStopWords: true);
        return query.Terms.Length > 0 ? query : TermVector.Of(text);
    }

    // Documents stand beside each other by chance, so they neither give nor get.
    private static double[] Spread(IReadOnlyList<ContextItem> items, double[] scores)
    {
        var spread = (double[])scores.Clone();
        var conversation = new List<int>(scores.Length);
        for (var i = 0; i < scores.Length; i++)
        {
            if (items[i].Kind == ContextItemKind.Document)
            {
                continue;
            }

            var share = 1.0;
            for (var distance = 1; distance <= Math.Min(Reach, conversation.Count); distance++)
            {
                var other = conversation[^distance];
                share *= NeighbourShare;
                spread[i] += share * scores[other];
                spread[other] += share * scores[i];
            }

            conversation.Add(i);
        }

        return spread;
    }
}

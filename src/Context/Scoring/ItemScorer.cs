namespace Parsimony.Context;

/// <summary>Scores the items of a request, each part times its weight.</summary>
internal sealed class ItemScorer(TextFeatureCache texts)
{
    private const double AssistantRole = 0.5;
    private const double ToolRole = 0.25;

    public ContextScore[] Score(ScoringInput input, ContextBudgetOptions options)
    {
        var weights = new ScoringWeights(options, input.Agent);
        var talk = Talk(input.Items);
        var relevance = Relevance.Score(input, texts, weights[ContextScorePart.Similarity], talk);
        var recency = Recency.Score(input.Items);
        var names = Names(input);
        var specialization = Specialization(input);
        var size = SizePart.Score(input.Items, talk);
        var scores = new ContextScore[input.Items.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = new ContextScore(
                weights[ContextScorePart.Relevance] * relevance.Words[i],
                weights[ContextScorePart.Relevance] * relevance.Similarity[i],
                weights[ContextScorePart.Relevance] * relevance.Neighbours[i],
                weights[ContextScorePart.Recency] * recency[i],
                weights[ContextScorePart.Name] * names[i],
                weights[ContextScorePart.Role] * Role(input.Items[i]),
                weights[ContextScorePart.Specialization] * specialization[i],
                weights[ContextScorePart.Importance] * input.Items[i].Importance,
                weights[ContextScorePart.Size] * size[i]);
        }

        return scores;
    }

    private static double Talk(IReadOnlyList<ScoredItem> items) =>
        TalkShare.Of([.. items.Where(static i => i.Kind == ContextItemKind.Turn).Select(static i => i.ContentWords)]);

    private static double Role(ScoredItem item) => item.Kind switch
    {
        ContextItemKind.Turn => item.IsUser ? 1 : AssistantRole,
        ContextItemKind.ToolGroup => ToolRole,
        _ => 0,
    };

    // 1 where the newest user message names the speaker: "What did Ann say?"
    private double[] Names(ScoringInput input)
    {
        var names = new double[input.Items.Count];
        if (input.Queries.Count == 0 || !input.Items.Any(static i => i.Speaker is not null))
        {
            return names;
        }

        var asked = texts.OfQuery(input.Queries[0]).Terms;
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (input.Items[i].Speaker is { } speaker)
            {
                if (!known.TryGetValue(speaker, out var isNamed))
                {
                    known[speaker] = isNamed = HoldsAny(asked, texts.OfQuery(speaker).Terms.Terms);
                }

                names[i] = isNamed ? 1 : 0;
            }
        }

        return names;
    }

    // The first keyword counts for a half, the second for a quarter, and so on: many of them are better than one, but not many times.
    private double[] Specialization(ScoringInput input)
    {
        var scores = new double[input.Items.Count];
        foreach (var keyword in input.Agent?.Keywords ?? [])
        {
            var terms = texts.Get(keyword).Terms.Terms;
            for (var i = 0; i < scores.Length; i++)
            {
                if (terms.Length > 0 && HoldsAll(input.Items[i].Terms, terms))
                {
                    scores[i] += (1 - scores[i]) / 2;
                }
            }
        }

        return scores;
    }

    private static bool HoldsAny(TermVector vector, ReadOnlySpan<ulong> terms)
    {
        foreach (var term in terms)
        {
            if (vector.CountOf(term) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsAll(IReadOnlyList<TermVector> item, ReadOnlySpan<ulong> terms)
    {
        foreach (var term in terms)
        {
            var held = false;
            for (var i = 0; i < item.Count && !held; i++)
            {
                held = item[i].CountOf(term) > 0;
            }

            if (!held)
            {
                return false;
            }
        }

        return true;
    }
}

namespace Parsimony.Context;

/// <summary>Scores the items of a request: relevance, recency, role and the agent's specialisation, each from 0 to 1 times its weight.</summary>
internal sealed class ItemScorer(TermVectorCache vectors)
{
    private const double AssistantRole = 0.5;
    private const double ToolRole = 0.25;

    public ContextScore[] Score(ScoringInput input, ContextBudgetOptions options)
    {
        var relevance = Relevance.Score(input);
        var recency = Recency.Score(input.Items);
        var specialization = Specialization(input);
        var scores = new ContextScore[input.Items.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = new ContextScore(
                options.RelevanceWeight * relevance[i],
                options.RecencyWeight * recency[i],
                options.RoleWeight * Role(input, i),
                options.SpecializationWeight * specialization[i]);
        }

        return scores;
    }

    private static double Role(ScoringInput input, int index) => input.Items[index].Kind switch
    {
        ContextItemKind.Turn => input.IsUser[index] ? 1 : AssistantRole,
        ContextItemKind.ToolGroup => ToolRole,
        _ => 0,
    };

    // The first keyword counts for a half, the second for a quarter, and so on: many of them are better than one, but not many times.
    private double[] Specialization(ScoringInput input)
    {
        var scores = new double[input.Items.Count];
        foreach (var keyword in input.Specialization?.Keywords ?? [])
        {
            var terms = vectors.Get(keyword).Terms;
            for (var i = 0; i < scores.Length; i++)
            {
                if (terms.Length > 0 && HoldsAll(input.Vectors[i], terms))
                {
                    scores[i] += (1 - scores[i]) / 2;
                }
            }
        }

        return scores;
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

namespace Parsimony.Context;

/// <summary>The weights of the parts of a score: those of the options, and the agent's own where it has some.</summary>
internal readonly struct ScoringWeights(ContextBudgetOptions options, AgentSpecialization? agent)
{
    public double this[ContextScorePart part] => agent?.Weights.TryGetValue(part, out var weight) == true ? weight : part switch
    {
        ContextScorePart.Relevance => options.RelevanceWeight,
        ContextScorePart.Similarity => options.SimilarityWeight,
        ContextScorePart.Recency => options.RecencyWeight,
        ContextScorePart.Name => options.NameWeight,
        ContextScorePart.Role => options.RoleWeight,
        ContextScorePart.Specialization => options.SpecializationWeight,
        ContextScorePart.Importance => options.ImportanceWeight,
        _ => options.SizeWeight,
    };
}

using Parsimony.Context;

namespace Parsimony;

internal static class ContextChecks
{
    public static void Run(ContextBudgetOptions options, OptionChecks checks)
    {
        checks.AtLeast("contextFilter.contextWindow", options.ContextWindow, 1);
        checks.AtLeast("contextFilter.replyReserve", options.ReplyReserve, 0);
        checks.That(
            options.ReplyReserve < options.ContextWindow || options.ContextWindow < 1,
            "contextFilter.replyReserve",
            options.ReplyReserve,
            "must be smaller than contextFilter.contextWindow");
        checks.AtLeast("contextFilter.maxContextPerAgent", options.MaxContextTokens, 1);
        checks.AtLeast("contextFilter.toolResultMaxTokens", options.ToolResultMaxTokens, 1);
        checks.Weight("contextFilter.relevanceWeight", options.RelevanceWeight);
        checks.Weight("contextFilter.similarityWeight", options.SimilarityWeight);
        checks.Weight("contextFilter.recencyWeight", options.RecencyWeight);
        checks.Weight("contextFilter.nameWeight", options.NameWeight);
        checks.Weight("contextFilter.roleWeight", options.RoleWeight);
        checks.Weight("contextFilter.specializationWeight", options.SpecializationWeight);
        checks.Weight("contextFilter.importanceWeight", options.ImportanceWeight);
        checks.Weight("contextFilter.sizeWeight", options.SizeWeight);
        checks.Share("contextFilter.minimumPressureShare", options.MinimumPressureShare, least: 0.01);
        foreach (var (model, window) in options.Models)
        {
            checks.AtLeast($"contextFilter.models.{model}", window, 1);
        }

        foreach (var (agent, specialization) in options.Agents)
        {
            checks.AtLeast($"contextFilter.agents.{agent}.maxContextTokens", specialization.MaxContextTokens, 1);
            foreach (var (part, weight) in specialization.Weights)
            {
                checks.Weight($"contextFilter.agents.{agent}.{char.ToLowerInvariant(part.ToString()[0])}{part.ToString()[1..]}Weight", weight);
            }
        }
    }
}

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
        checks.Duration("contextFilter.embeddingTimeout", options.EmbeddingTimeout);
        checks.Weight("contextFilter.recencyWeight", options.RecencyWeight);
        checks.Weight("contextFilter.nameWeight", options.NameWeight);
        checks.Weight("contextFilter.roleWeight", options.RoleWeight);
        checks.Weight("contextFilter.specializationWeight", options.SpecializationWeight);
        checks.Weight("contextFilter.importanceWeight", options.ImportanceWeight);
        checks.Share("contextFilter.contextImportanceThreshold", options.ImportanceThreshold ?? 0);
        checks.Weight("contextFilter.sizeWeight", options.SizeWeight);
        checks.Share("contextFilter.minimumPressureShare", options.MinimumPressureShare, least: 0.01);
        checks.That(Enum.IsDefined(options.Mode), "contextFilter.mode", options.Mode, $"must be one of {string.Join(", ", Enum.GetNames<ContextMode>())}");
        checks.Share("contextFilter.highWatermark", options.HighWatermark, least: 0.01);
        checks.Share("contextFilter.lowWatermark", options.LowWatermark);
        checks.That(
            options.LowWatermark < options.HighWatermark || !(options.LowWatermark <= 1),
            "contextFilter.lowWatermark",
            options.LowWatermark,
            "must be smaller than contextFilter.highWatermark");
        foreach (var name in options.DisabledCompactors)
        {
            checks.That(
                ContextCompactors.All.Contains(name, StringComparer.OrdinalIgnoreCase),
                "contextFilter.disabledCompactors",
                name,
                $"must be one of {string.Join(", ", ContextCompactors.All)}");
        }

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

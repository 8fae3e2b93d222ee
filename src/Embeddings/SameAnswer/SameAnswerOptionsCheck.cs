namespace Parsimony.Embeddings;

/// <summary>Finds everything wrong with the options and says it in one exception.</summary>
internal static class SameAnswerOptionsCheck
{
    public static void Throw(SameAnswerOptions options)
    {
        var errors = new List<string>();
        if (options.SimilarityThreshold is { } threshold && !(threshold is >= -1 and <= 1))
        {
            errors.Add($"SimilarityThreshold is {threshold}; it is a cosine, -1 to 1 (a similarity, not a distance), or null for the default.");
        }

        if (!Enum.IsDefined(options.Policy))
        {
            errors.Add($"Policy is {options.Policy}; the policies are {string.Join(", ", Enum.GetNames<SameAnswerPolicy>())}.");
        }

        if (options.ErrorBudget is { } budget && !(budget is > 0 and < 1))
        {
            errors.Add($"ErrorBudget is {budget}; it is a part of the answers, above 0 and below 1, such as 0.02.");
        }

        if ((options.Policy == SameAnswerPolicy.Custom) != (options.ErrorBudget is not null))
        {
            errors.Add(options.ErrorBudget is null
                ? "Policy is Custom and ErrorBudget is not set; set it, or choose another policy."
                : $"ErrorBudget is set and Policy is {options.Policy}, which has its own; set Policy to Custom, or leave ErrorBudget out.");
        }

        var names = SameAnswerGuards.All.Select(static g => g.Name).ToArray();
        errors.AddRange(options.EnabledGuards.Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(name => $"EnabledGuards names '{name}'; the guards are {string.Join(", ", names)}."));
        if (errors.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", errors), nameof(options));
        }
    }
}

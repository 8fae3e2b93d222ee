namespace Parsimony.Embeddings;

/// <summary>Finds everything wrong with the options and says it in one exception.</summary>
internal static class SameAnswerOptionsCheck
{
    public static void Throw(SameAnswerOptions options)
    {
        var errors = new List<string>();
        if (!(options.SimilarityThreshold is >= -1 and <= 1))
        {
            errors.Add($"SimilarityThreshold is {options.SimilarityThreshold}; it is a cosine, -1 to 1 (a similarity, not a distance).");
        }

        if (!(options.JudgeThreshold is >= 0 and <= 1))
        {
            errors.Add($"JudgeThreshold is {options.JudgeThreshold}; it is a probability, 0 to 1.");
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

using Parsimony.Embeddings;

namespace Parsimony.Caching;

/// <summary>Finds every mistake in the options at once.</summary>
public static class ResponseCacheOptionsCheck
{
    /// <summary>Checks the options.</summary>
    /// <param name="options">The options to check.</param>
    /// <returns>One sentence for each mistake, beginning with the property's name; empty where there is none.</returns>
    public static IReadOnlyList<string> Errors(ResponseCacheOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var errors = new List<string>();
        Positive(options.Expiration, nameof(options.Expiration));
        Positive(options.SensitiveExpiration, nameof(options.SensitiveExpiration));
        Positive(options.EmbeddingTimeout, nameof(options.EmbeddingTimeout));
        Positive(options.SingleFlightTimeout, nameof(options.SingleFlightTimeout));
        NotNegative(options.L1MaxBytes, nameof(options.L1MaxBytes));
        NotNegative(options.L2MaxBytes, nameof(options.L2MaxBytes));
        NotNegative(options.L3MaxBytes, nameof(options.L3MaxBytes));
        NotNegative(options.CompressionThreshold, nameof(options.CompressionThreshold));
        Require(options.MaxCandidates > 0, nameof(options.MaxCandidates), "at least 1", options.MaxCandidates);
        Require(options.MaxIndexedQuestions > 0, nameof(options.MaxIndexedQuestions), "at least 1", options.MaxIndexedQuestions);
        Require(options.SimilarityThreshold is null or (>= -1 and <= 1), nameof(options.SimilarityThreshold), "a cosine, -1 to 1", options.SimilarityThreshold);
        Require(Enum.IsDefined(options.SameAnswerPolicy), nameof(options.SameAnswerPolicy), "a known policy", options.SameAnswerPolicy);
        Require(options.ErrorBudget is null or (> 0 and < 1), nameof(options.ErrorBudget), "a part of the answers, above 0 and below 1", options.ErrorBudget);
        Require(options.SameAnswerPolicy != SameAnswerPolicy.Custom || options.ErrorBudget is not null, nameof(options.ErrorBudget), "set where the policy is Custom", "not set");
        Require(
            options.SameAnswerPolicy == SameAnswerPolicy.Custom || options.ErrorBudget is null,
            nameof(options.SameAnswerPolicy),
            "Custom where an error budget is set",
            options.SameAnswerPolicy);
        var guards = SameAnswerGuards.All.Select(static g => g.Name).ToArray();
        foreach (var name in options.DisabledGuards.Where(name => !guards.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            Require(false, nameof(options.DisabledGuards), $"names of guards ({string.Join(", ", guards)})", name);
        }

        Require(options.Directory is null || options.Directory.Trim().Length > 0, nameof(options.Directory), "a path, or null", "blank");
        Require(Enum.IsDefined(options.L1Policy), nameof(options.L1Policy), "a known policy", options.L1Policy);
        Require(Enum.IsDefined(options.HistoryScope), nameof(options.HistoryScope), "a known scope", options.HistoryScope);
        Require(Enum.IsDefined(options.FreshnessHandling), nameof(options.FreshnessHandling), "a known handling", options.FreshnessHandling);
        Require(Enum.IsDefined(options.ActionHandling), nameof(options.ActionHandling), "a known handling", options.ActionHandling);
        Require(Enum.IsDefined(options.PersonalHandling), nameof(options.PersonalHandling), "a known handling", options.PersonalHandling);
        return errors;

        void Positive(TimeSpan value, string name) => Require(value > TimeSpan.Zero && value.TotalDays < 36500, name, "a time above zero and below a hundred years", value);

        void NotNegative(long value, string name) => Require(value >= 0, name, "zero or more", value);

        void Require(bool valid, string name, string expected, object? actual)
        {
            if (!valid)
            {
                errors.Add($"{name} must be {expected}; it is {FormattableString.Invariant($"{actual}")}.");
            }
        }
    }
}

namespace Parsimony.Caching;

/// <summary>A report that a question went to the model although an earlier one had its answer, kept for calibration.</summary>
public sealed record MissedHit
{
    /// <summary>Gets when it was reported.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Gets the first 64 bits of the SHA-256 of the question's normalised text, as hexadecimal digits. It tells reports apart; whoever
    /// guesses the text can confirm it.
    /// </summary>
    public required string QuestionHash { get; init; }

    /// <summary>Gets the same of the earlier question.</summary>
    public required string EarlierHash { get; init; }

    /// <summary>Gets the question, its first 2,000 characters where it is longer; <see langword="null"/> unless <see cref="ResponseCacheOptions.KeepReportedTexts"/> was set.</summary>
    public string? Question { get; init; }

    /// <summary>Gets the earlier question, cut in the same way; <see langword="null"/> unless <see cref="ResponseCacheOptions.KeepReportedTexts"/> was set.</summary>
    public string? Earlier { get; init; }

    /// <summary>Gets the cosine of the two embeddings, -1 to 1; <see langword="null"/> where the generator of embeddings failed.</summary>
    public double? Similarity { get; init; }

    /// <summary>Gets the judge's probability that one answer serves both, 0 to 1; <see langword="null"/> where there is no judge.</summary>
    public double? Probability { get; init; }

    /// <summary>
    /// Gets what refuses the two: a guard's name, "threshold" or "judge". <see langword="null"/> where nothing does, so that it was
    /// something else: another tenant, model or history, an entry that had gone, or rivals beside it.
    /// </summary>
    public string? RefusedBy { get; init; }

    /// <summary>Gets the model whose cosine it is.</summary>
    public required string EmbeddingModel { get; init; }

    /// <summary>Gets the judge whose probability it is, with the fingerprint of its weights where it is the local one; <see langword="null"/> where there is none.</summary>
    public string? Judge { get; init; }
}

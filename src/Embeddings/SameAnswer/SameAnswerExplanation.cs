using System.Globalization;

namespace Parsimony.Embeddings;

/// <summary>Why one answer may or may not serve two questions: what every guard, the threshold and the judge say.</summary>
public sealed record SameAnswerExplanation
{
    /// <summary>Gets a value indicating whether one answer may serve both, as far as the two questions alone tell.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Gets what decided against it: "threshold", the name of the first guard that refuses, or "judge"; <see langword="null"/> when accepted.</summary>
    public required string? RefusedBy { get; init; }

    /// <summary>Gets what every enabled guard says.</summary>
    public required IReadOnlyList<GuardVerdict> Guards { get; init; }

    /// <summary>Gets the cosine of the two embeddings.</summary>
    public required float Similarity { get; init; }

    /// <summary>Gets the least cosine.</summary>
    public required double SimilarityThreshold { get; init; }

    /// <summary>Gets the judge's probability that one answer serves both, also where something else refused; <see langword="null"/> without a judge, or where it failed.</summary>
    public required double? Probability { get; init; }

    /// <summary>Gets the least probability: 1 minus the error budget; <see langword="null"/> without a judge.</summary>
    public required double? RequiredProbability { get; init; }

    /// <summary>The decision in one sentence, without the questions.</summary>
    public override string ToString() => RefusedBy switch
    {
        null when Probability is { } p => Say($"Accepted: the judge gives {p:0.###}, and {RequiredProbability:0.###} is enough."),
        null => Say($"Accepted: the cosine is {Similarity:0.###}, and {SimilarityThreshold:0.###} is enough."),
        SameAnswerDecider.Threshold => Say($"Refused: the cosine is {Similarity:0.###}, and {SimilarityThreshold:0.###} is needed."),
        SameAnswerDecider.Judge when Probability is { } p => Say($"Refused by the judge: it gives {p:0.###}, and {RequiredProbability:0.###} is needed."),
        SameAnswerDecider.Judge => "Refused: the judge failed.",
        var guard => $"Refused by the guard '{guard}'.",
    };

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}

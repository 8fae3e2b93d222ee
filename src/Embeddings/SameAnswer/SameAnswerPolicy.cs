namespace Parsimony.Embeddings;

/// <summary>How sure the cache must be before it answers a question with the answer to another: an error budget, the most that the estimated probability of a wrong answer may be. It bounds every answer, so that far fewer than the budget are wrong on the whole: about 1 in 100 at <see cref="Strict"/> on the streams of bench/results/same-answer.md.</summary>
public enum SameAnswerPolicy
{
    /// <summary>Nothing is served that is held to be wrong with a probability above 5 %.</summary>
    Strict,

    /// <summary>Nothing above 10 %.</summary>
    Balanced,

    /// <summary>Nothing above 15 %.</summary>
    Lenient,

    /// <summary>The app's own error budget, <see cref="SameAnswerOptions.ErrorBudget"/>.</summary>
    Custom,
}

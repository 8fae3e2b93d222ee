namespace Parsimony.Embeddings;

/// <summary>The error budgets that the policies stand for.</summary>
internal static class ErrorBudgets
{
    /// <summary>The budget of a policy; <paramref name="custom"/> for <see cref="SameAnswerPolicy.Custom"/>.</summary>
    public static double Of(SameAnswerPolicy policy, double? custom) => policy switch
    {
        SameAnswerPolicy.Strict => 0.05,
        SameAnswerPolicy.Balanced => 0.1,
        SameAnswerPolicy.Lenient => 0.15,
        _ => custom ?? throw new ArgumentException("The policy Custom has no error budget.", nameof(custom)),
    };
}

namespace Parsimony.Embeddings;

/// <summary>Decides whether one answer serves two questions: the threshold, then the guards on the raw text, then the judge if there is one.</summary>
public sealed class SameAnswerDecider
{
    /// <summary>Creates a decider with the built-in guards.</summary>
    /// <param name="options">The policy; <see langword="null"/> for the defaults.</param>
    /// <param name="judge">A judge asked last; <see langword="null"/> to let the threshold decide.</param>
    public SameAnswerDecider(SameAnswerOptions? options = null, ISameAnswerJudge? judge = null)
    {
        _ = (options, judge);
    }

    /// <summary>Decides about a candidate found at a similarity.</summary>
    public SameAnswerDecision Decide(string left, string right, float similarity) => throw new NotSupportedException();

    /// <summary>Asks every guard, also after one has refused.</summary>
    /// <returns>One line per guard.</returns>
    public IReadOnlyList<GuardVerdict> Explain(string left, string right) => throw new NotSupportedException();
}

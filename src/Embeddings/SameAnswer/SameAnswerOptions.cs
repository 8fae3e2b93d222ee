namespace Parsimony.Embeddings;

/// <summary>When two questions are held to have the same answer.</summary>
public sealed class SameAnswerOptions
{
    /// <summary>The least cosine of a candidate where a judge decides: it only keeps out what is about something else.</summary>
    public const double JudgedSimilarityThreshold = 0.5;

    /// <summary>The least cosine where there is no judge, so that the cosine decides.</summary>
    public const double UnjudgedSimilarityThreshold = 0.92;

    /// <summary>Gets or sets the least cosine of the two embeddings, -1 to 1: with a judge what it takes to be looked at, without one what decides.</summary>
    /// <value>The default is <see langword="null"/>: 0.5 with a judge, 0.92 without.</value>
    public double? SimilarityThreshold { get; set; }

    /// <summary>Gets or sets how many of the answers may be wrong; unused without a judge.</summary>
    /// <value>The default is <see cref="SameAnswerPolicy.Strict"/>.</value>
    public SameAnswerPolicy Policy { get; set; }

    /// <summary>Gets or sets the error budget of <see cref="SameAnswerPolicy.Custom"/>: the part of the answers that may be wrong, above 0 and below 1.</summary>
    /// <value>The default is <see langword="null"/>; the other policies have their own and leave no choice.</value>
    public double? ErrorBudget { get; set; }

    /// <summary>Gets the names of the guards that are asked.</summary>
    /// <value>The default is all of them: number, identifier, quote, negation, opposite, name, order, person, question.</value>
    public ISet<string> EnabledGuards { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "number", "identifier", "quote", "negation", "opposite", "name", "order", "person", "question" };
}

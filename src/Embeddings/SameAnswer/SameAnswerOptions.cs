namespace Parsimony.Embeddings;

/// <summary>When two questions are held to have the same answer.</summary>
public sealed class SameAnswerOptions
{
    /// <summary>Gets or sets the least cosine of the two embeddings, -1 to 1.</summary>
    /// <value>The default is 0.92.</value>
    public double SimilarityThreshold { get; set; } = 0.92;

    /// <summary>Gets or sets the least probability of the judge, 0 to 1; unused without a judge.</summary>
    /// <value>The default is 0.95.</value>
    public double JudgeThreshold { get; set; } = 0.95;

    /// <summary>Gets the names of the guards that are asked.</summary>
    /// <value>The default is all of them.</value>
    public ISet<string> EnabledGuards { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "number", "identifier", "quote", "negation" };
}

namespace Parsimony.Embeddings;

/// <summary>Refuses questions that differ in their negations.</summary>
public sealed class NegationGuard : ISameAnswerGuard
{
    /// <inheritdoc/>
    public string Name => "negation";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => throw new NotSupportedException();
}

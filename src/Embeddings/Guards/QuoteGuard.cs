namespace Parsimony.Embeddings;

/// <summary>Refuses questions that differ in their quoted text and code spans.</summary>
public sealed class QuoteGuard : ISameAnswerGuard
{
    /// <inheritdoc/>
    public string Name => "quote";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => throw new NotSupportedException();
}

namespace Parsimony.Embeddings;

/// <summary>Refuses questions that differ in their order numbers, e-mail addresses, URLs, paths and symbols.</summary>
public sealed class IdentifierGuard : ISameAnswerGuard
{
    /// <inheritdoc/>
    public string Name => "identifier";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => throw new NotSupportedException();
}

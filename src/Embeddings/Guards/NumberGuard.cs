namespace Parsimony.Embeddings;

/// <summary>Refuses questions that differ in their numbers, amounts, dates, times, versions and units.</summary>
public sealed class NumberGuard : ISameAnswerGuard
{
    /// <inheritdoc/>
    public string Name => "number";

    /// <inheritdoc/>
    public bool Refuses(string left, string right) => throw new NotSupportedException();
}

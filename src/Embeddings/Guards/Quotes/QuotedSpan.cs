namespace Parsimony.Embeddings;

/// <summary>Something a text quotes.</summary>
/// <param name="Text">The words between the marks, white space folded.</param>
/// <param name="IsCode">Whether it stands in backticks: then letter case matters.</param>
internal readonly record struct QuotedSpan(string Text, bool IsCode)
{
    public StringComparison Comparison => IsCode ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
}

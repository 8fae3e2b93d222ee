namespace Parsimony;

/// <summary>A file's front matter cannot be told into keys.</summary>
internal sealed class FrontMatterException(int line, string text, string remedy) : Exception(remedy)
{
    /// <summary>Gets the line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Gets the beginning of what stands there.</summary>
    public string Text { get; } = text.Length > 40 ? string.Concat(text.AsSpan(0, 40), "...") : text;
}

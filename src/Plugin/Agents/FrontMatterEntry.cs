namespace Parsimony;

/// <summary>One key of a file's front matter.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Values">The value, or the items of a list.</param>
/// <param name="IsPlain">Whether the value is one scalar without quotes, in which commas may part items.</param>
/// <param name="Problem">What could not be read of it, and what to write instead; null where all could. Foreign keys may hold anything.</param>
internal sealed record FrontMatterEntry(string Key, int Line, IReadOnlyList<string> Values, bool IsPlain = false, string? Problem = null)
{
    public string? First => Values.Count > 0 ? Values[0] : null;
}

namespace Parsimony.Embeddings;

/// <summary>
/// The Chinese and Japanese numerals of a text, as they are written. Some stand inside words that count nothing; that costs a hit,
/// never a wrong answer.
/// </summary>
internal static class HanNumerals
{
    private const string Numerals = "〇零一二三四五六七八九十百千万萬億亿兩两";

    public static string Of(string word) => string.Concat(word.Where(static c => Numerals.Contains(c, StringComparison.Ordinal)));
}
